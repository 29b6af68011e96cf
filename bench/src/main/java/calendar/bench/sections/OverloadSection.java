package calendar.bench.sections;

import calendar.bench.BenchException;
import calendar.bench.Run;
import calendar.bench.figures.Figures;
import calendar.bench.load.LoadResult;
import calendar.bench.load.OpenLoop.Arrivals;
import calendar.bench.system.ProcessFiles;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;

/** Bookings at five times of the rate that was served best: what is served then, what refused. */
record OverloadSection(Run run) {
  private static final double TIMES = 5;

  /** More would wait in the client's library. */
  private static final long MOST_UNDER_WAY = 1_000 * Run.CONNECTIONS;

  private static final Duration LATEST = Duration.ofMillis(100);
  private static final double WARM_UP = 1 / 6.0;
  private static final int PREPARED = 500_000;

  void measure() {
    run.warmUpBookings();
    double best = 0;
    Duration turn = run.pace().shortTurn();
    for (int round = 0; round < run.pace().rounds(); round++) {
      best = Math.max(best, run.closed(run.bookings(turn), Run.IN_FLIGHT, turn).perSecond());
    }
    Arrivals arrivals = new Arrivals(best * TIMES, MOST_UNDER_WAY, LATEST);
    // Refusing, too, is code that has to be warm.
    run.open(run.bookings().prepare(0), arrivals, run.pace().warmUp(WARM_UP));
    run.say("overload: %.0f arrivals per second", best * TIMES);
    Optional<ProcessFiles> api = run.system().api().map(ProcessFiles::of);
    api.ifPresent(ProcessFiles::forgetPeak);
    int prepared = run.pace().quick() ? 0 : PREPARED;
    note(best, run.open(run.bookings().prepare(prepared), arrivals, run.pace().overload()));
    api.ifPresent(files -> run.figures().put("overload.rss_mb", files.peakMegabytes()));
  }

  private void note(double best, LoadResult result) {
    if (result.ok() == 0) {
      throw BenchException.failed("overload: nothing was served: " + result.ends());
    }
    double refused = result.count(Status.Code.RESOURCE_EXHAUSTED);
    Figures figures = run.figures();
    figures.put("overload.served_ratio", result.perSecond() / best);
    figures.put("overload.refusal_p99_ms", result.refused().getValueAtPercentile(99) / 1e6);
    figures.put("overload.served_p99_ms", result.milliseconds(99));
    figures.put("overload.refusal_p50_ms", result.refused().getValueAtPercentile(50) / 1e6);
    figures.put("overload.served_p50_ms", result.milliseconds(50));
    figures.put("overload.served_p90_ms", result.milliseconds(90));
    figures.put("overload.best_per_second", best);
    figures.put("overload.served_per_second", result.perSecond());
    figures.put("overload.refused_per_second", refused / result.seconds());
    figures.put("overload.unsent_per_second", result.unsent() / result.seconds());
    figures.put("overload.failed_otherwise", result.failed() - refused);
  }
}
