package calendar.event.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.database.CollisionException;
import calendar.database.Statements;
import calendar.error.TimeConflictException;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.postgres.batch.Batches;
import calendar.event.postgres.batch.PendingCreate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Batches of creates beside concurrent transactions. PostgreSQL must count no deadlock. */
class CreateRacesIT extends OnPostgres {
  private static final int FILLINGS = 5;
  private static final int BLOCKS = 60;
  private static final int BLOCK = 50;
  private static final String OTHER = "other";

  /** The title of events whose insert waits while another session holds the lock 42. */
  private static final String GATED = "gated";

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final EventStatements statements = new EventStatements(database.asService());

  /**
   * Two servers book the same hours in opposite orders. A third transaction holds the hour in the
   * middle until both wait.
   */
  @Test
  void batchesInOppositeOrdersDoNotDeadlock() throws Exception {
    long before = deadlocks();
    List<PendingCreate> forward = batch(0, 5, 1);
    List<PendingCreate> backward = batch(1, 5, 0);
    CompletableFuture<Void> both;
    try (Connection holder = database.asService().getConnection()) {
      holder.setAutoCommit(false);
      insert(holder, hour(5));
      both = CompletableFuture.allOf(createLater(forward), createLater(backward));
      await().atMost(LIMIT).until(() -> waiting() == 2);
      holder.rollback();
    }
    both.join();

    assertThat(all(statements, owner)).hasSize(3);
    assertThat(deadlocks() - before).as("deadlocks that PostgreSQL counted").isZero();
  }

  /**
   * An update moves its event onto the time of two overlapping creates of one batch. It waits for
   * the first create. If the batch also inserted the second, that one would wait for the update.
   */
  @Test
  void overlappingCreatesDoNotDeadlockWithUpdates() throws Exception {
    Instant gap = gapWhoseEndIsScannedFirst();
    Event moving = event(OTHER, gap.minus(Duration.ofDays(3650)), HOUR);
    insert(moving);
    long before = deadlocks();
    List<PendingCreate> batch =
        List.of(
            pending(event(OTHER, gap, hours(98))),
            pending(event(GATED, gap.plus(HOUR), hours(98))));
    CompletableFuture<Void> creating;
    CompletableFuture<Void> updating;
    try (Connection gate = database.connectAsAdministrator()) {
      run(gate, "SELECT pg_advisory_lock(42)");
      creating = createLater(batch);
      await().atMost(LIMIT).until(() -> waiting() == 1 || creating.isDone());
      updating = move(moving, gap.plus(hours(97)), gap.plus(hours(100)));
      await()
          .atMost(LIMIT)
          .until(() -> waiting() == (creating.isDone() ? 0 : 2) || updating.isDone());
    }
    creating.join();

    assertThat(updating)
        .as("the update, after the first create")
        .failsWithin(LIMIT)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(CollisionException.class);
    assertThat(deadlocks() - before).as("deadlocks that PostgreSQL counted").isZero();
    assertThat(answer(batch.get(0)).replayed()).isFalse();
    assertThat(failure(batch.get(1).result())).isInstanceOf(TimeConflictException.class);
  }

  /**
   * Finds a gap of 100 hours between two blocks of events on two pages of the constraint's index
   * where a scan reads the later page first. Trial events widen the two pages, so that the test's
   * events are added to the same pages.
   */
  private Instant gapWhoseEndIsScannedFirst() throws SQLException {
    database.execute(
        """
        CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.title = 'gated' THEN PERFORM pg_advisory_xact_lock_shared(42); END IF;
          RETURN NEW;
        END $$""",
        "CREATE TRIGGER gate BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION wait_at_gate()");
    // The layout of an index differs from run to run, so one filling may have no such gap.
    for (int filling = 0; filling < FILLINGS; filling++) {
      Instant start = START.plus(hours(filling * BLOCKS * (BLOCK + 100L)));
      fill(start);
      for (int block = 1; block < BLOCKS; block++) {
        Instant gap = start.plus(hours(block * (BLOCK + 100L) - 100));
        if (isEndScannedFirst(gap)) {
          return gap;
        }
      }
    }
    throw new AssertionError("no such gap: the index does not have the expected layout");
  }

  /** Adds blocks of events, 100 hours apart, in no order. */
  private void fill(Instant start) throws SQLException {
    database.execute(
        """
        INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                            create_time, update_time)
        SELECT '%s', gen_random_uuid(), '', '', start, start + interval '1 hour', 1, now(), now()
        FROM generate_series(0, %d) n,
             CAST(timestamptz '%s' + (n + n / %d * 100) * interval '1 hour' AS timestamptz) start
        ORDER BY md5(CAST(n AS text))"""
            .formatted(owner, BLOCKS * BLOCK - 1, start, BLOCK));
  }

  private boolean isEndScannedFirst(Instant gap) throws SQLException {
    insertAndDelete(gap, event(OTHER, gap.plus(hours(98)), hours(2)));
    insertAndDelete(gap, event(OTHER, gap, hours(97)));
    Event early = event(OTHER, gap, hours(97));
    Event late = event(OTHER, gap.plus(hours(98)), hours(2));
    return insertAndDelete(gap, early, late).equals(List.of(late.id(), early.id()));
  }

  /**
   * Returns the events of the gap with the trials in it, in the order of the constraint's index.
   */
  private List<UUID> insertAndDelete(Instant gap, Event... trials) throws SQLException {
    List.of(trials).forEach(this::insert);
    List<UUID> scanned = scan(gap, gap.plus(hours(100)));
    database.execute("DELETE FROM events WHERE title = '%s'".formatted(OTHER));
    return scanned;
  }

  /** Returns the owner's events in an interval, in the order of the constraint's index. */
  private List<UUID> scan(Instant start, Instant end) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Connection connection = database.connectAsAdministrator()) {
      run(connection, "SET enable_seqscan = off");
      run(connection, "SET enable_bitmapscan = off");
      Statements.query(
          connection,
          """
          SELECT id FROM events
          WHERE hashtextextended(owner_id, 0) = hashtextextended(?, 0)
            AND tstzrange(start_time, end_time) && tstzrange(?, ?) AND availability IS NULL""",
          row -> ids.add(row.getObject(1, UUID.class)),
          owner,
          start,
          end);
    }
    return ids;
  }

  private Event event(String title, Instant start, Duration length) {
    return Drafts.titled(Drafts.event(owner, start, start.plus(length)), title);
  }

  private void insert(Event event) {
    assertThat(statements.insert(List.of(pending(event)))).hasSize(1);
  }

  private CompletableFuture<Void> move(Event event, Instant start, Instant end) {
    return CompletableFuture.runAsync(
        () -> {
          try (Connection connection = database.asService().getConnection()) {
            Statements.query(
                connection,
                EventSql.UPDATE,
                row -> {},
                EventColumns.update(Drafts.moved(event, start, end)));
          } catch (SQLException failure) {
            throw new IllegalStateException(failure);
          }
        },
        task -> new Thread(task).start());
  }

  private static Duration hours(long count) {
    return HOUR.multipliedBy(count);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<PendingCreate> batch(int... numbers) {
    return IntStream.of(numbers).mapToObj(number -> pending(hour(number))).toList();
  }

  private CompletableFuture<Void> createLater(List<PendingCreate> batch) {
    return CompletableFuture.runAsync(
        () -> Batches.create(batch, statements), task -> new Thread(task).start());
  }

  private static void insert(Connection connection, Event event) {
    Statements.query(
        connection, EventSql.INSERT, row -> {}, EventColumns.plain(List.of(pending(event))));
  }

  private static long waiting() throws SQLException {
    return count("SELECT count(*) FROM pg_locks WHERE NOT granted");
  }

  /** A server process reports its counts when it ends. */
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
