package calendar.sender;

import java.time.Duration;

/**
 * How many reminders may share a transaction: all, unless their delivery is slow. Then as many as
 * take about a second, since the database ends a transaction that pauses for long, and all that was
 * delivered in it would be delivered again. Safe for use by any number of threads.
 */
final class DeliveryPace {
  private static final Duration LONG = Duration.ofSeconds(1);
  private static final int ALL = Integer.MAX_VALUE;

  private volatile int most = ALL;

  /** So many at most, one at least. */
  int most() {
    return most;
  }

  /** Notes how long the delivery of some took. */
  void took(int count, Duration time) {
    if (time.compareTo(LONG) > 0) {
      most = Math.max(1, (int) (count * LONG.toMillis() / time.toMillis()));
    } else if (count >= most) {
      most = most > ALL / 2 ? ALL : 2 * most;
    }
  }
}
