package calendar.sender;

import java.time.Duration;

/**
 * Limits how many reminders share a transaction. There is no limit while delivery is fast. If a
 * delivery takes more than a second, the limit becomes the number that takes about a second: the
 * database ends a transaction that pauses for long, and then all its reminders would be delivered
 * again. The limit doubles each time a full group is delivered in less than a second. Safe for use
 * by any number of threads.
 */
final class DeliveryPace {
  private static final Duration LONG = Duration.ofSeconds(1);
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private volatile int largestGroup = UNLIMITED;

  /** The largest number of reminders for the next transaction, at least 1. */
  int largestGroup() {
    return largestGroup;
  }

  /** Adjusts the limit to the time that the delivery of some reminders took. */
  void delivered(int count, Duration time) {
    if (time.compareTo(LONG) > 0) {
      largestGroup = Math.max(1, (int) (count * LONG.toMillis() / time.toMillis()));
    } else if (count >= largestGroup) {
      largestGroup = largestGroup > UNLIMITED / 2 ? UNLIMITED : 2 * largestGroup;
    }
  }
}
