package calendar.bench.load;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Whose events a run makes: ten digits, so that pgbench's variables need no formatting in SQL. Each
 * run has different owners, and each kind of row has a million of them.
 *
 * @param base the first one
 */
public record Owners(long base) {
  private static final long MILLION = 1_000_000;
  private static final long PER_RUN = 10 * MILLION;

  public static Owners ofNewRun() {
    return new Owners(1_000 * MILLION + ThreadLocalRandom.current().nextInt(800) * PER_RUN);
  }

  /** Of what the calendar's clients book. */
  public long booked() {
    return base + MILLION;
  }

  /** Of what pgbench books. */
  public long bookedByPgBench() {
    return base + 2 * MILLION;
  }

  /** Of what is listed and got. */
  public long read() {
    return base + 3 * MILLION;
  }

  /** Of what is there to be changed and deleted. */
  public long changed() {
    return base + 4 * MILLION;
  }

  /** Of what has reminders that are due. */
  public long reminded() {
    return base + 5 * MILLION;
  }

  /** Of weekly series that the calendar's clients book. */
  public long weeklySeries() {
    return base + 6 * MILLION;
  }

  /** Of weekly series that pgbench inserts. */
  public long weeklySeriesByPgBench() {
    return base + 7 * MILLION;
  }

  /** Of series with thousands of occurrences. */
  public long longSeries() {
    return base + 8 * MILLION;
  }

  /** The first one that has no long series any more. */
  public long longSeriesEnd() {
    return base + 9 * MILLION;
  }

  /** The first one that is none of this run's. */
  public long end() {
    return base + PER_RUN;
  }
}
