package calendar.client;

import calendar.client.error.RetryableException;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides when to retry a call. The pause doubles with every attempt. It is never shorter than the
 * delay that the calendar asks for.
 *
 * @param attempts the maximum number of attempts, including the first
 * @param firstPause the pause before the second attempt
 * @param longestPause the limit for pauses, unless the calendar asks for a longer one
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

  /** Retries for about 30 seconds, which is enough for a restart of the calendar. */
  public static RetryPolicy patient() {
    return new RetryPolicy(10, Duration.ofMillis(100), Duration.ofSeconds(5));
  }

  /**
   * The pause before the next attempt.
   *
   * @param made the number of attempts so far, at least 1
   * @return empty after the last attempt
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
