package calendar.bench.load;

import calendar.bench.system.Tables;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Events that are put into the table without the calendar: some owners' days with twenty each,
 * every event with a reminder. Which event has which id, owner and time follows from its number, so
 * that callers and pgbench can name any of them.
 *
 * @param firstOwner owners are numbered from this one on
 * @param days how many each owner has, from 1 January 2031 on
 */
public record Rows(long firstOwner, int owners, int days) {
  static final int EVENTS_A_DAY = 20;

  private static final int BATCH = 50_000;

  /** Parameters: the first owner, events of each, first owner, days, first number, last number. */
  private static final String NUMBERED =
      """
      SELECT owner, id, start, start - interval '15 minutes' AS due
      FROM (SELECT (? + number / ?)::text AS owner,
                   (((100000000000 + number) * 10000 + 7000)::text
                    || (8000000000000000 + ? * 10000 + number)::text)::uuid AS id,
                   to_timestamp(1924992000 + number / 20 % ? * 86400 + number % 20 * 3600 + 7200)
                     AS start
            FROM generate_series(?::bigint, ?::bigint) number) events_of_days
      """;

  /** Parameters: the first owner, the last owner. */
  private static final String LONG_FREE_EVENTS =
      """
      INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                          create_time, update_time, availability)
      SELECT owner::text, gen_random_uuid(), 'Home office', '', to_timestamp(1924992000) - interval '1 day',
             to_timestamp(1924992000) + interval '299 days', 1, now(), now(), 'FREE'
      FROM generate_series(?::bigint, ?::bigint) owner
      """;

  public long events() {
    return owners * eventsOfOwner();
  }

  /** Puts them in. */
  public void fill(Tables tables) throws SQLException {
    for (long first = 0; first < events(); first += BATCH) {
      long last = Math.min(first + BATCH, events()) - 1;
      tables.insert(NUMBERED, firstOwner, eventsOfOwner(), firstOwner, days, first, last);
    }
  }

  /** Puts in a free event of 300 days for each owner. */
  public void addLongFreeEvents(Tables tables) throws SQLException {
    tables.run(LONG_FREE_EVENTS, firstOwner, firstOwner + owners - 1);
  }

  /** Takes the free events out again. */
  public void removeFreeEvents(Tables tables) throws SQLException {
    tables.run("DELETE FROM events WHERE availability = 'FREE'");
  }

  String owner(long number) {
    return Long.toString(firstOwner + number / eventsOfOwner());
  }

  /** An event's id: its digits are decimal, its shape is UUIDv7's. */
  UUID id(long number) {
    String high = Long.toString((100_000_000_000L + number) * 10_000 + 7_000);
    String low = Long.toString(lowDigits() + number);
    return new UUID(Long.parseUnsignedLong(high, 16), Long.parseUnsignedLong(low, 16));
  }

  /** What the second half of every id begins with, in decimal. */
  public long lowDigits() {
    return 8_000_000_000_000_000L + firstOwner * 10_000;
  }

  private long eventsOfOwner() {
    return (long) days * EVENTS_A_DAY;
  }
}
