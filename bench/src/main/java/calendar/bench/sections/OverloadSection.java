package calendar.bench.sections;

import calendar.bench.BenchException;
import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.figures.Figures;
import calendar.bench.load.Connections;
import calendar.bench.load.LoadResult;
import calendar.bench.load.OpenLoop;
import calendar.bench.load.OpenLoop.Arrivals;
import calendar.bench.system.MemoryWatch;
import io.grpc.Status;
import java.time.Duration;

/** Bookings at five times of the rate that was served best: what is served then, what refused. */
public final class OverloadSection implements Section {
  private static final double TIMES = 5;

  /**
   * The server lets a connection have a thousand calls; more would wait in the client's library.
   */
  private static final long MOST_UNDER_WAY = 1_000 * InFlight.CONNECTIONS;

  private static final Duration LATEST = Duration.ofMillis(100);
  private static final double WARM_UP = 1 / 6.0;
  private static final int PREPARED = 500_000;

  @Override
  public String name() {
    return "overload";
  }

  @Override
  public void measure(Run run) throws Exception {
    try (Connections connections = Connections.open(run.system().grpc(), InFlight.CONNECTIONS)) {
      Creates creates = new Creates(run, connections);
      creates.warmUp();
      double best =
          Turns.take(run, () -> creates.closed(InFlight.MANY, run.pace().shortTurn()).perSecond())
              .max();
      Arrivals arrivals = new Arrivals(best * TIMES, MOST_UNDER_WAY, LATEST);
      // Refusing, too, is code that has to be warm.
      OpenLoop.run(connections, run.bookings().prepare(0), arrivals, run.pace().warmUp(WARM_UP));
      run.say("overload: %.0f arrivals per second".formatted(best * TIMES));
      try (MemoryWatch memory = MemoryWatch.start(run.system().api())) {
        LoadResult result =
            OpenLoop.run(
                connections,
                run.bookings().prepare(run.pace().quick() ? 0 : PREPARED),
                arrivals,
                run.pace().overload());
        note(run.figures(), best, result);
        memory.highestMegabytes().ifPresent(most -> run.figures().put("overload.rss_mb", most));
      }
    }
  }

  private static void note(Figures figures, double best, LoadResult result) {
    if (result.ok() == 0) {
      throw BenchException.failed("overload: nothing was served: " + result.ends());
    }
    double refused = result.count(Status.Code.RESOURCE_EXHAUSTED);
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
