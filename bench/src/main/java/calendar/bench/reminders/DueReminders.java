package calendar.bench.reminders;

import calendar.bench.load.Sql;
import calendar.local.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Events whose reminders are due soon, put into the tables without the calendar: a thousand owners
 * with events one after the other, each with one reminder, as early as it takes to be due then.
 */
public final class DueReminders {
  private static final String EVENTS =
      """
      INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                          create_time, update_time, request_id)
      SELECT owner, id, 'Weekly meeting of the team', 'In the large room', start,
             start + interval '30 minutes', 1, now(), now(), gen_random_uuid()
      """;

  private static final String REMINDERS =
      """
      INSERT INTO reminders (id, owner_id, event_id, remind_before_micros, remind_time, state,
                             due_time)
      SELECT id, owner, id, (extract(epoch FROM start - due) * 1000000)::bigint, due, 'SCHEDULED',
             due
      """;

  /**
   * Parameters: the first owner, the first number for ids, when the first is due, microseconds
   * between, how many.
   */
  private static final String NUMBERED =
      """
      FROM (SELECT (? + number % 1000)::text AS owner,
                   (((200000000000 + ? + number) * 10000 + 7000)::text || '8000000000000000')::uuid
                     AS id,
                   due + interval '1 hour' + number / 1000 * interval '1 hour' AS start, due
            FROM (SELECT number, ?::timestamptz + number * ? * interval '1 microsecond' AS due
                  FROM generate_series(0, ? - 1) number) due_at) numbered
      """;

  private static final int OWNERS = 1_000;

  private final DatabaseAccess database;
  private long owner;
  private long booked;

  public DueReminders(DatabaseAccess database, long firstOwner) {
    this.database = database;
    this.owner = firstOwner;
  }

  /**
   * Books, in one transaction, for owners that no other section uses.
   *
   * @param first when the first reminder is due
   * @param between two of them; 0 if all are due at once
   * @return the first of the owners
   */
  public long book(int count, Instant first, Duration between) throws SQLException {
    long firstOwner = owner;
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      insert(connection, EVENTS, count, first, between);
      insert(connection, REMINDERS, count, first, between);
      connection.commit();
    }
    owner += OWNERS;
    booked += count;
    return firstOwner;
  }

  /** How many of the reminders that such a booking made are in a state. */
  public long count(long firstOwner, String state) throws SQLException {
    try (Connection connection = database.connect()) {
      return Long.parseLong(
          Sql.value(
              connection,
              "SELECT count(*) FROM reminders"
                  + " WHERE owner_id >= ? AND owner_id < ? AND state = ?",
              Long.toString(firstOwner),
              Long.toString(firstOwner + OWNERS),
              state));
    }
  }

  private void insert(
      Connection connection, String what, int count, Instant first, Duration between)
      throws SQLException {
    Sql.run(
        connection,
        what + NUMBERED,
        owner,
        booked,
        OffsetDateTime.ofInstant(first, ZoneOffset.UTC),
        between.toNanos() / 1_000,
        count);
  }
}
