package calendar.bench.reminders;

import calendar.bench.system.Tables;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Events whose reminders are due soon, put into the tables without the calendar: a thousand owners
 * with events one after the other, each with one reminder, as early as it takes to be due then.
 */
public final class DueReminders {
  /**
   * Parameters: the first owner, the first number for ids, when the first is due, microseconds
   * between, how many.
   */
  private static final String NUMBERED =
      """
      SELECT (? + number % 1000)::text AS owner,
             (((200000000000 + ? + number) * 10000 + 7000)::text || '8000000000000000')::uuid AS id,
             due + interval '1 hour' + number / 1000 * interval '1 hour' AS start, due
      FROM (SELECT number, ?::timestamptz + number * ? * interval '1 microsecond' AS due
            FROM generate_series(0, ? - 1) number) due_at
      """;

  private static final String COUNT =
      "SELECT count(*) FROM reminders WHERE owner_id >= ? AND owner_id < ? AND state = ?";
  private static final int OWNERS = 1_000;

  private final Tables tables;
  private long owner;
  private long booked;

  public DueReminders(Tables tables, long firstOwner) {
    this.tables = tables;
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
    tables.insert(
        NUMBERED, owner, booked, first.atOffset(ZoneOffset.UTC), between.toNanos() / 1_000, count);
    owner += OWNERS;
    booked += count;
    return firstOwner;
  }

  /** How many of the reminders that such a booking made are in a state. */
  public long count(long firstOwner, String state) throws SQLException {
    String end = Long.toString(firstOwner + OWNERS);
    return Long.parseLong(tables.answer(COUNT, Long.toString(firstOwner), end, state));
  }
}
