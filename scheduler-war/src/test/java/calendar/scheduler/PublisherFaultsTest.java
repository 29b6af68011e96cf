package calendar.scheduler;

import static calendar.reminder.ReminderState.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.error.StorageUnavailableException;
import calendar.reminder.messaging.QueueUnavailableException;
import calendar.scheduler.Faults.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One failure at each place of the pipeline, of each kind, before or after the operation took
 * effect. No reminder is lost, no batch forgotten.
 */
class PublisherFaultsTest extends OnMemory {
  private static final int DUE = 5 * BATCH;
  private static final int MOST_RUNS = 5;

  static Stream<Arguments> faults() {
    List<String> operations =
        List.of("now", "claim", "publish", "awaitConfirmed", "release", "markPublished", "purge");
    List<Supplier<Throwable>> failures =
        List.of(
            () -> new StorageUnavailableException("no storage"),
            () -> new QueueUnavailableException("no queue"),
            () -> new IllegalStateException("a bug"),
            () -> new StackOverflowError("too deep"));
    List<Arguments> faults = new ArrayList<>();
    for (String operation : operations) {
      for (int call = 1; call <= 5; call++) {
        for (Moment moment : Moment.values()) {
          for (Supplier<Throwable> failure : failures) {
            // A publish that throws has sent nothing.
            if (!operation.equals("publish") || moment == Moment.BEFORE) {
              faults.add(Arguments.of(operation, call, moment, failure));
            }
          }
        }
      }
    }
    return faults.stream();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("faults")
  void losesNothing(String operation, int call, Moment moment, Supplier<Throwable> failure) {
    List<UUID> due = bookDue(DUE);
    queue.unconfirmed.add(due.get(0));
    queue.duringWait = () -> pass(Duration.ofSeconds(2));
    faults.failAt(operation, call, moment, failure);
    Publisher publisher = publisher();

    for (int run = 0; run < MOST_RUNS && count(PUBLISHED) < DUE; run++) {
      try {
        publisher.publishDue(() -> storage.purge(NOW.minus(RETENTION), 1));
      } catch (RuntimeException | Error expected) {
        pass(LEASE.plusSeconds(1));
      }
      assertThat(queue.inFlight).as("batches in flight after run %d", run).isZero();
      queue.unconfirmed.clear();
    }

    assertThat(count(PUBLISHED)).isEqualTo(DUE);
    assertThat(Set.copyOf(queue.sent)).isEqualTo(Set.copyOf(due));
    assertThat(queue.mostInFlight).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("faults")
  void nextSchedulerTakesOver(
      String operation, int call, Moment moment, Supplier<Throwable> failure) {
    List<UUID> due = bookDue(DUE);
    queue.unconfirmed.add(due.get(0));
    faults.failAt(operation, call, moment, failure);
    Publisher dying = publisher();
    queue.duringWait =
        () -> {
          if (queue.batches > 2) {
            dying.stop();
          }
        };
    try {
      dying.publishDue(() -> {});
    } catch (RuntimeException | Error expected) {
      assertThat(queue.inFlight).isZero();
    }

    faults.end();
    queue.unconfirmed.clear();
    pass(LEASE.plusSeconds(1));
    publisher().publishDue(() -> {});

    assertThat(count(PUBLISHED)).isEqualTo(DUE);
    assertThat(Set.copyOf(queue.sent)).isEqualTo(Set.copyOf(due));
  }
}
