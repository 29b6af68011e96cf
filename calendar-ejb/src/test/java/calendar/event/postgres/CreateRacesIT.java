package calendar.event.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.database.Statements;
import calendar.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Batches of creates that meet other transactions. PostgreSQL must count no deadlock. */
class CreateRacesIT extends OnPostgres {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final EventStatements statements = new EventStatements(database.asService());

  /**
   * Two servers book the same hours, given in opposite orders. A third transaction holds the hour
   * in the middle until both wait.
   */
  @Test
  void batchesInOppositeOrdersDoNotDeadlock() throws Exception {
    long before = deadlocks();
    List<PendingCreate> forward = hours(0, 5, 1);
    List<PendingCreate> backward = hours(1, 5, 0);
    CompletableFuture<Void> both;
    try (Connection holder = database.asService().getConnection()) {
      holder.setAutoCommit(false);
      insert(holder, hour(5));
      both = CompletableFuture.allOf(settle(forward), settle(backward));
      await().atMost(LIMIT).until(() -> waiting() == 2);
      holder.rollback();
    }
    both.join();

    assertThat(all(statements, owner)).hasSize(3);
    assertThat(deadlocks() - before).as("deadlocks that PostgreSQL counted").isZero();
  }

  private List<PendingCreate> hours(int... numbers) {
    return IntStream.of(numbers).mapToObj(number -> pending(hour(number))).toList();
  }

  private CompletableFuture<Void> settle(List<PendingCreate> batch) {
    return CompletableFuture.runAsync(
        () -> new CreateBatch(batch, statements).settle(), task -> new Thread(task).start());
  }

  private static void insert(Connection connection, Event event) {
    Statements.query(
        connection, EventSql.INSERT, row -> {}, EventColumns.all(List.of(pending(event))));
  }

  private static long waiting() throws SQLException {
    return count("SELECT count(*) FROM pg_locks WHERE NOT granted");
  }

  /** A server process reports what it has counted before it ends. */
  private static long deadlocks() throws SQLException {
    await()
        .atMost(LIMIT)
        .until(
            () -> count("SELECT count(*) FROM pg_stat_activity WHERE usename = 'calendar'") == 0);
    return count("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
  }

  private static long count(String query) throws SQLException {
    long[] count = {0};
    try (Connection connection = database.connectAsAdministrator()) {
      Statements.query(connection, query, row -> count[0] = row.getLong(1));
    }
    return count[0];
  }
}
