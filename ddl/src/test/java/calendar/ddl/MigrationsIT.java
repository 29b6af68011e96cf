package calendar.ddl;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MigrationsIT extends DatabaseTestBase {
  @Test
  void secondMigrationChangesNothing() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);

    assertThat(database.migrate()).isPositive();
    assertThat(database.migrate()).isZero();
  }

  @Test
  void checkCountsPendingMigrationsWithoutChanges() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);
    int pending = Migrations.pending(database.settings(Map.of()));

    assertThat(Migrations.pending(database.settings(Map.of()))).isEqualTo(pending);
    assertThat(database.migrate()).isEqualTo(pending).isPositive();
    assertThat(Migrations.pending(database.settings(Map.of()))).isZero();
  }

  @RepeatedTest(10)
  void migratesOnceUnderConcurrency() throws Exception {
    FreshDatabase database = FreshDatabase.on(server);
    int migrators = 3;
    CyclicBarrier start = new CyclicBarrier(migrators);
    Callable<Integer> migrator =
        () -> {
          start.await();
          return database.migrate();
        };
    ExecutorService threads = Executors.newFixedThreadPool(migrators);
    try {
      List<Integer> applied = new ArrayList<>();
      for (Future<Integer> outcome : threads.invokeAll(List.of(migrator, migrator, migrator))) {
        applied.add(outcome.get());
      }
      assertThat(applied).filteredOn(count -> count > 0).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
    database.asService("SELECT * FROM events, reminders");
  }

  @Test
  void waitsForEndOfOtherMigration() throws Exception {
    FreshDatabase database = FreshDatabase.on(server);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection other = database.access().connectAsOwner();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(Migrations.LOCK);
      Future<Integer> waiting = thread.submit(database::migrate);

      assertThatThrownBy(() -> waiting.get(2, SECONDS)).isInstanceOf(TimeoutException.class);
      database.asOwner("SELECT 1 / (to_regclass('flyway_schema_history') IS NULL)::int");

      other.commit();
      assertThat(waiting.get()).isPositive();
    } finally {
      thread.shutdownNow();
    }
  }
}
