package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.callers.Disturbance;
import calendar.bench.load.Calls;
import calendar.bench.load.LoadResult;
import calendar.bench.load.OpenLoop.Arrivals;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Calls at a steady rate, in turns without and beside a disturbance: what good callers feel of it.
 *
 * @param calls makes the calls of a turn before it
 * @param perSecond their rate
 */
record SteadyCalls(Run run, Supplier<Calls> calls, double perSecond, Duration turn) {
  /** The part of the highest rate that good callers send: low enough that no call waits. */
  static final double PART = 0.3;

  /**
   * Measures all rounds.
   *
   * @param prefix of the keys of what the good callers feel
   * @param disturbancePrefix of the keys of what the disturbance does
   */
  void measureBeside(String prefix, String disturbancePrefix, Supplier<Disturbance> disturbance)
      throws Exception {
    for (int round = 0; round < run.pace().rounds(); round++) {
      double alone = p99(prefix);
      Disturbance others = disturbance.get();
      double beside;
      try {
        beside = p99(prefix);
      } finally {
        others.stop();
      }
      run.figures().headline(prefix + ".p99_ratio", beside / alone);
      run.figures().round(prefix + ".alone_p99_ms", alone);
      run.figures().round(prefix + ".beside_p99_ms", beside);
      others
          .stats()
          .forEach((name, value) -> run.figures().round(disturbancePrefix + "." + name, value));
      run.say("%s: p99 %.2f ms alone, %.2f ms beside", prefix, alone, beside);
    }
  }

  /** In milliseconds. */
  private double p99(String prefix) {
    LoadResult result = run.open(calls.get(), Arrivals.at(perSecond), turn);
    result.requireServed(prefix);
    return result.milliseconds(99);
  }
}
