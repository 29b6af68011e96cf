package calendar.client;

import java.time.Duration;
import java.util.Optional;

/**
 * When to repeat a call that may succeed later: after a pause that doubles with every attempt, and
 * never sooner than the calendar asks.
 *
 * @param attempts how often a call is made at most, the first time included
 * @param firstPause before the second attempt
 * @param longestPause no pause grows beyond it, unless the calendar asks for more
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

  /** Patient enough for a calendar that restarts: about half a minute. */
  public static RetryPolicy patient() {
    return new RetryPolicy(10, Duration.ofMillis(100), Duration.ofSeconds(5));
  }

  /**
   * How long to wait before the next attempt.
   *
   * @param made how many attempts were made so far, at least 1
   * @return empty when there shall be no other
   */
  public Optional<Duration> pause(int made, RetryableException failure) {
    if (made >= attempts) {
      return Optional.empty();
    }
    Duration doubled = firstPause.multipliedBy(1L << Math.min(made - 1, 30));
    Duration pause = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    return Optional.of(
        failure.retryDelay().filter(asked -> asked.compareTo(pause) > 0).orElse(pause));
  }
}
