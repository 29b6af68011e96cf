package calendar.faults;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses random delays that end at any time while some work lasts. Learns from the results how
 * long it lasts, which differs between machines.
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

  /** Nothing had ended when the delay was over. */
  void early() {
    limitMillis *= 1.25;
  }

  /** Everything had ended. */
  void late() {
    limitMillis /= 2;
  }
}
