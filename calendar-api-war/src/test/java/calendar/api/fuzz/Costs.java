package calendar.api.fuzz;

import java.lang.management.ManagementFactory;

/** Fails for one input that costs more than a second of this thread. */
final class Costs {
  private static final long MOST_NANOS = 1_000_000_000;

  private Costs() {}

  static void check(Runnable input) {
    // The first time includes loading classes.
    if (nanos(input) > MOST_NANOS) {
      long again = nanos(input);
      require(again <= MOST_NANOS, "the input cost %,d ns".formatted(again));
    }
  }

  private static long nanos(Runnable input) {
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    input.run();
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
