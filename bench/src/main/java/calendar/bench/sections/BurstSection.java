package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.figures.Spread;
import calendar.bench.load.Connections;
import calendar.bench.load.LoadResult;
import calendar.bench.load.OpenLoop;
import calendar.bench.load.OpenLoop.Arrivals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A thousand bookings at once: how many are taken, and when the last one is answered. */
public final class BurstSection implements Section {
  private static final int CALLS = 1_000;
  private static final double AT_ONCE = 1e9;

  @Override
  public String name() {
    return "burst";
  }

  @Override
  public void measure(Run run) {
    List<Double> ok = new ArrayList<>();
    List<Double> last = new ArrayList<>();
    try (Connections connections = Connections.open(run.system().grpc(), InFlight.CONNECTIONS)) {
      new Creates(run, connections).warmUp();
      for (int round = 0; round < run.pace().rounds(); round++) {
        LoadResult result =
            OpenLoop.run(
                connections,
                run.bookings().prepare(CALLS),
                Arrivals.at(AT_ONCE),
                Duration.ofNanos(CALLS));
        ok.add((double) result.ok());
        last.add(Math.max(result.served().getMaxValue(), result.refused().getMaxValue()) / 1e6);
      }
    }
    run.figures().put("burst.calls", CALLS);
    run.figures().raw("burst.answered_ok", Spread.of(ok));
    run.figures().raw("burst.last_answer_ms", Spread.of(last));
  }
}
