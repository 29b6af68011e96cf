package calendar.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the database's clock for decisions that cannot be undone. Throws while that clock and the
 * host's clock differ by more than a minute: one of them is wrong, and the program cannot know
 * which. Does not detect two clocks that are wrong by the same amount.
 *
 * <p>Logs one line when the clocks start to differ, one every five minutes while they differ, and
 * one when they agree again. Safe for use by any number of threads.
 */
public final class ClockCheck {
  private static final Logger LOG = Logger.getLogger(ClockCheck.class.getName());
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration REPEAT_AFTER = Duration.ofMinutes(5);

  private final Supplier<Instant> database;
  private final Clock host;
  private final Consumer<Duration> gauge;
  private final LongSupplier nanoTime;
  private boolean differing;
  private long loggedNanos;

  /**
   * @param database reads the database's clock
   * @param gauge receives each measured difference, positive if the host's clock is ahead
   */
  public ClockCheck(Supplier<Instant> database, Clock host, Consumer<Duration> gauge) {
    this(database, host, gauge, System::nanoTime);
  }

  ClockCheck(
      Supplier<Instant> database, Clock host, Consumer<Duration> gauge, LongSupplier nanoTime) {
    this.database = database;
    this.host = host;
    this.gauge = gauge;
    this.nanoTime = nanoTime;
  }

  /**
   * Reads the database's clock.
   *
   * @throws ClockDifferenceException if it and the host's differ by more than a minute
   */
  public Instant now() {
    Instant before = host.instant();
    Instant now = database.get();
    Duration difference = difference(before, now, host.instant());
    gauge.accept(difference);
    if (difference.abs().compareTo(LIMIT) > 0) {
      String message = describe(now, difference);
      logDifference(message);
      throw new ClockDifferenceException(message);
    }
    logAgreement();
    return now;
  }

  /** Zero if the database's time is between the two host times, so a slow answer does not count. */
  private static Duration difference(Instant before, Instant database, Instant after) {
    if (before.isAfter(database)) {
      return Duration.between(database, before);
    }
    return after.isBefore(database) ? Duration.between(database, after) : Duration.ZERO;
  }

  private static String describe(Instant database, Duration difference) {
    Duration size = difference.abs();
    return ("The clocks differ: this host's clock says %s, the database's clock says %s; this host's"
            + " clock is %s by %d d %d h %d min %d s. Until they agree within %d s, nothing is"
            + " published, delivered, marked MISSED or purged, and nothing is lost."
            + " Correct the wrong clock")
        .formatted(
            database.plus(difference),
            database,
            difference.isNegative() ? "behind" : "ahead",
            size.toDays(),
            size.toHoursPart(),
            size.toMinutesPart(),
            size.toSecondsPart(),
            LIMIT.toSeconds());
  }

  private synchronized void logDifference(String message) {
    long now = nanoTime.getAsLong();
    if (!differing || now - loggedNanos >= REPEAT_AFTER.toNanos()) {
      differing = true;
      loggedNanos = now;
      LOG.log(Level.SEVERE, "{0}", message);
    }
  }

  private synchronized void logAgreement() {
    if (differing) {
      differing = false;
      LOG.info("The clocks of this host and the database agree again: continuing");
    }
  }
}
