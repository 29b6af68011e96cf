package calendar.reminder;

import calendar.error.StorageUnavailableException;
import calendar.time.ClockDifferenceException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A time in which something that is needed does not answer. What fails is told once, when it begins
 * to, and when all is over; and the pauses between the attempts grow. A difference of clocks only
 * pauses: the check of clocks logs it. Not safe for use by several threads.
 */
public final class Outage {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final Logger log;
  private final Set<String> told = new HashSet<>();
  private Duration pause = Duration.ZERO;

  public Outage(Logger log) {
    this.log = log;
  }

  /** Notes a failure, and returns how long to wait before the next attempt. */
  public Duration failed(Throwable failure) {
    if (failure instanceof ClockDifferenceException) {
      log.log(Level.FINE, "still waiting: {0}", failure.getMessage());
    } else if (!told.add(withoutNumbers(failure))) {
      log.log(Level.FINE, "still waiting: {0}", failure.getMessage());
    } else if (isOutage(failure)) {
      log.log(Level.WARNING, "{0}: waiting for it", failure.getMessage());
    } else {
      log.log(Level.SEVERE, "a bug: trying again", failure);
    }
    pause = pause.isZero() ? SHORTEST_PAUSE : doubled(pause);
    return pause;
  }

  /** The same failure has other numbers each time. */
  private static String withoutNumbers(Throwable failure) {
    return failure.toString().replaceAll("\\d+", "#");
  }

  private static Duration doubled(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /** Notes that all is well. */
  public void over() {
    if (!told.isEmpty()) {
      log.info("all answer again: going on");
      told.clear();
    }
    pause = Duration.ZERO;
  }

  private static boolean isOutage(Throwable failure) {
    return failure instanceof StorageUnavailableException
        || failure instanceof QueueUnavailableException;
  }
}
