package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.load.Calls;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.LoadResult;
import java.time.Duration;

/** Loads of bookings. */
record Creates(Run run, Connections connections) {
  private static final int PREPARED_PER_SECOND = 12_000;
  private static final int MOST_PREPARED = 200_000;

  /** With all of the warm-up, unless another section has done so. */
  void warmUp() {
    run.warmUp("create", 1, duration -> closed(InFlight.MANY, duration));
  }

  LoadResult closed(int inFlight, Duration duration) {
    return ClosedLoop.run(connections, prepare(duration), inFlight, duration);
  }

  /** A round of a load; the calls are made before it, so that it does not count what they take. */
  double round(Loads loads, Duration duration) {
    Calls calls = prepare(duration);
    return loads.round(() -> ClosedLoop.run(connections, calls, InFlight.MANY, duration));
  }

  private Calls prepare(Duration duration) {
    return run.bookings()
        .prepare((int) Math.min(MOST_PREPARED, duration.toSeconds() * PREPARED_PER_SECOND));
  }
}
