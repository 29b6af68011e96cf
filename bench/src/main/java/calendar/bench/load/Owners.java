package calendar.bench.load;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Whose events this run makes: ten digits, so that pgbench's variables need no formatting in SQL.
 * Each run has different owners, and each kind of row has a million of them.
 */
public enum Owners {
  /** Of what the calendar's clients book. */
  BOOKED,
  /** Of what pgbench books. */
  BOOKED_BY_PGBENCH,
  /** Of what is listed and got. */
  READ,
  /** Of what is there to be changed and deleted. */
  CHANGED,
  /** Of what has reminders that are due. */
  REMINDED,
  /** Of weekly series that the calendar's clients book. */
  WEEKLY_SERIES,
  /** Of weekly series that pgbench inserts. */
  WEEKLY_SERIES_BY_PGBENCH,
  /** Of series with thousands of occurrences. */
  LONG_SERIES,
  /** Whose callers have tokens. */
  SECURED;

  private static final long MILLION = 1_000_000;
  private static final long BASE =
      1_000 * MILLION + ThreadLocalRandom.current().nextInt(800) * 10 * MILLION;

  public long first() {
    return BASE + (ordinal() + 1) * MILLION;
  }

  /** The first one that is of another kind. */
  public long end() {
    return first() + MILLION;
  }
}
