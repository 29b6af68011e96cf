package calendar.health;

import calendar.error.StorageUnavailableException;
import calendar.reminder.messaging.QueueUnavailableException;
import calendar.time.ClockDifferenceException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tracks an outage of the storage or the queue. Logs each kind of failure once per outage, and the
 * end of the outage. Doubles the pause between attempts, from 250 ms up to 4 s. Does not log a
 * difference of clocks, which {@link calendar.time.ClockCheck} logs. Not thread safe.
 */
public final class Outage {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final Logger log;
  private final Set<String> logged = new HashSet<>();
  private Duration pause = Duration.ZERO;

  public Outage(Logger log) {
    this.log = log;
  }

  /** Records a failure and returns the pause before the next attempt. */
  public Duration failed(Throwable failure) {
    if (failure instanceof ClockDifferenceException) {
      log.log(Level.FINE, "Still failing: {0}", failure.getMessage());
    } else if (!logged.add(withoutNumbers(failure))) {
      log.log(Level.FINE, "Still failing: {0}", failure.getMessage());
    } else if (isOutage(failure)) {
      log.log(Level.WARNING, "{0}: retrying until it works", failure.getMessage());
    } else {
      log.log(Level.SEVERE, "Unexpected failure, probably a bug: retrying", failure);
    }
    pause = pause.isZero() ? SHORTEST_PAUSE : doubled(pause);
    return pause;
  }

  /** Failures that differ only in their numbers count as the same. */
  private static String withoutNumbers(Throwable failure) {
    return failure.toString().replaceAll("\\d+", "#");
  }

  private static Duration doubled(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /** Records a success, which ends the outage. */
  public void over() {
    if (!logged.isEmpty()) {
      log.info("Everything works again after an outage");
      logged.clear();
    }
    pause = Duration.ZERO;
  }

  private static boolean isOutage(Throwable failure) {
    return failure instanceof StorageUnavailableException
        || failure instanceof QueueUnavailableException;
  }
}
