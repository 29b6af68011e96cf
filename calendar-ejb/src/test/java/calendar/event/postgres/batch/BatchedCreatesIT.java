package calendar.event.postgres.batch;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.error.StorageUnavailableException;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import calendar.event.postgres.EventStatements;
import calendar.event.postgres.OnPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Creates while connections are killed, and while the storage closes. */
class BatchedCreatesIT extends OnPostgres {
  private static final int KILLS = 150;

  private final EventStatements statements = new EventStatements(database.asService());
  private final BatchedCreates creates = new BatchedCreates(statements, Thread::new, 2);

  @AfterEach
  void close() {
    creates.close();
  }

  @Test
  void keepsAllAcknowledgedEventsDespiteLostConnections() throws Exception {
    Map<Event, CompletableFuture<CreatedEvent>> answers = new ConcurrentHashMap<>();
    Thread killer = new Thread(BatchedCreatesIT::killAtRandom);
    killer.start();
    for (int i = 0; killer.isAlive(); i++) {
      Event event = hour(i);
      answers.put(event, creates.create(event, Optional.of(UUID.randomUUID())));
      if (i % 64 == 0) {
        awaitAll(answers);
      }
    }
    List<Event> created = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    answers.forEach(
        (event, answer) -> {
          Throwable failure = failure(answer);
          if (failure == null) {
            assertThat(answer.join()).isEqualTo(new CreatedEvent(event, false));
            created.add(event);
          } else {
            failures.add(failure);
          }
        });

    Set<Event> kept = new HashSet<>(all(statements, owner));
    System.out.printf(
        "%d connections killed: %d creates, %d succeeded, %d failed, %d stored%n",
        KILLS, answers.size(), created.size(), failures.size(), kept.size());
    assertThat(kept).containsAll(created);
    assertThat(failures).hasOnlyElementsOfType(StorageUnavailableException.class);
  }

  private static void awaitAll(Map<Event, CompletableFuture<CreatedEvent>> answers) {
    answers.values().forEach(answer -> answer.handle((created, failure) -> failure).join());
  }

  private static void killAtRandom() {
    try (var connection = database.connectAsAdministrator();
        var statement = connection.createStatement()) {
      for (int killed = 0; killed < KILLS; ) {
        try (var rows =
            statement.executeQuery(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE usename = 'calendar' AND state = 'active'")) {
          while (rows.next()) {
            killed++;
          }
        }
        LockSupport.parkNanos(
            TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextInt(30_000)));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void closeStillCompletesWaitingCreates() {
    List<CompletableFuture<CreatedEvent>> answers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      answers.add(creates.create(hour(i), Optional.empty()));
    }

    creates.close();

    Set<Event> created =
        answers.stream().map(answer -> answer.join().event()).collect(Collectors.toSet());
    assertThat(created).hasSize(500);
    assertThat(all(statements, owner)).hasSize(500);
  }
}
