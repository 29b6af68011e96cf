package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.limit.PgBench;
import calendar.bench.load.LoadResult;
import calendar.bench.load.OpenLoop.Arrivals;
import calendar.bench.load.Owners;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Bookings, 64 in flight, beside the same rows that pgbench inserts; and a caller who is alone. */
record CreateSection(Run run) {
  /** More transactions than pgbench can do in one turn. */
  private static final long PGBENCH_TURN = 3_000_000;

  void measure() {
    Duration turn = run.pace().turn();
    AtomicLong pgbenchBase = new AtomicLong();
    long owner = Owners.BOOKED_BY_PGBENCH.first();
    run.warmUpBookings();
    new Rounds(run, "create", () -> run.bookings(turn), Run.IN_FLIGHT, turn, 50, 99, 99.9)
        .besidePgBench(
            "create.sql",
            PgBench.CLIENTS,
            () -> Map.of("base", pgbenchBase.addAndGet(PGBENCH_TURN), "first_owner", owner));
    LoadResult lone = run.closed(run.bookings(turn), 1, turn);
    run.figures().put("create.lone_ms", lone.milliseconds(50));
    run.figures().put("create.lone_p99_ms", lone.milliseconds(99));
    double best = run.figures().get("create.per_second").value();
    open("create.open_half", best * 0.5);
    open("create.open_80", best * 0.8);
  }

  private void open(String prefix, double perSecond) {
    run.say("%s: %.0f arrivals per second", prefix, perSecond);
    Duration turn = run.pace().turn();
    int count = (int) (perSecond * turn.toSeconds());
    LoadResult result = run.open(run.bookings().prepare(count), Arrivals.at(perSecond), turn);
    run.figures().put(prefix + ".per_second", perSecond);
    run.figures().put(prefix + ".failed_percent", 100.0 * result.failed() / result.all());
    run.figures().put(prefix + ".p50_ms", result.milliseconds(50));
    run.figures().put(prefix + ".p99_ms", result.milliseconds(99));
  }
}
