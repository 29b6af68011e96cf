package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.LoadResult;
import java.time.Duration;

/** Loads of bookings. */
record Creates(Run run, Connections connections) {
  private static final int PREPARED_PER_SECOND = 12_000;

  /** With all of the warm-up, unless another section has done so. */
  void warmUp() {
    run.warmUp("create", 1, duration -> closed(InFlight.MANY, duration));
  }

  LoadResult closed(int inFlight, Duration duration) {
    int prepared = (int) Math.min(200_000, duration.toSeconds() * PREPARED_PER_SECOND);
    return ClosedLoop.run(connections, run.bookings().prepare(prepared), inFlight, duration);
  }
}
