package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.load.Calls;
import calendar.bench.load.Owners;
import calendar.bench.load.SeriesBookings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Weekly series of 104 occurrences, by one caller and 16 in flight, beside the same rows that
 * pgbench inserts; and single events of other owners beside series of 4,000 occurrences with five
 * reminders.
 */
record SeriesSection(Run run) {
  private static final int IN_FLIGHT = 16;

  /** More series than pgbench can insert in one turn. */
  private static final long PGBENCH_TURN = 50_000;

  void measure() throws Exception {
    Calls weekly = SeriesBookings.weekly(Owners.WEEKLY_SERIES.first());
    AtomicLong pgbenchBase = new AtomicLong();
    run.warmUp("series", 0.3, time -> run.closed(weekly, IN_FLIGHT, time));
    besidePgBench("series.lone", weekly, 1, pgbenchBase);
    besidePgBench("series.in_flight_16", weekly, IN_FLIGHT, pgbenchBase);
    othersBesideLongSeries();
  }

  private void besidePgBench(String prefix, Calls weekly, int inFlight, AtomicLong pgbenchBase) {
    Duration turn = run.pace().shortTurn();
    long owner = Owners.WEEKLY_SERIES_BY_PGBENCH.first();
    new Rounds(run, prefix, () -> weekly, inFlight, turn, 50, 99)
        .besidePgBench(
            "series.sql",
            inFlight,
            () -> Map.of("base", pgbenchBase.addAndGet(PGBENCH_TURN), "first_owner", owner));
  }

  private void othersBesideLongSeries() throws Exception {
    run.warmUpBookings();
    Duration turn = run.pace().turn();
    Duration shortTurn = run.pace().shortTurn();
    double best = run.closed(run.bookings(shortTurn), Run.IN_FLIGHT, shortTurn).perSecond();
    double steady = SteadyCalls.PART * best;
    int calls = (int) (steady * turn.toSeconds());
    SeriesBookings series = SeriesBookings.onWeekdays(Owners.LONG_SERIES.first());
    new SteadyCalls(run, () -> run.bookings().prepare(calls), steady, turn)
        .measureBeside("series.others", "series.long", () -> new LongSeries(run, series));
    run.figures().put("series.others.per_second", steady);
  }
}
