package calendar.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do, which can only be asked for again and again. */
public final class Await {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Await() {}

  /**
   * Returns once a condition holds.
   *
   * @param what names the condition, as in "PostgreSQL answers"
   * @throws LocalException if it does not hold within the limit
   */
  public static void until(String what, Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new LocalException("waited %d s in vain until %s".formatted(limit.toSeconds(), what));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LocalException("interrupted while waiting", interrupted);
    }
  }
}
