package calendar.faults;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses random delays that end while some work lasts. How long it lasts is learned from hits and
 * misses, so it need not be known how quick the machine is.
 */
final class Aim {
  private double limitMillis;

  /**
   * @param limit the longest delay to begin with
   */
  Aim(Duration limit) {
    limitMillis = limit.toMillis();
  }

  Duration next() {
    return Duration.ofNanos((long) (ThreadLocalRandom.current().nextDouble(limitMillis) * 1e6));
  }

  /** The work lasted longer than the delay. */
  void hit() {
    limitMillis *= 1.1;
  }

  /** The work had ended. */
  void late() {
    limitMillis /= 2;
  }
}
