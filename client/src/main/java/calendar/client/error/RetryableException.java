package calendar.client.error;

import java.time.Duration;
import java.util.Optional;

/**
 * A call failed that may succeed later. A create, or an update of a series, with a {@code
 * request_id} is safe to retry, even if an earlier attempt succeeded without an answer.
 */
public abstract sealed class RetryableException extends CalendarCallException
    permits OverloadedException, RateLimitedException, UnreachableException {
  private static final long serialVersionUID = 1L;

  private final Duration retryDelay;

  RetryableException(CallError error) {
    super(error);
    this.retryDelay = error.retryDelay().orElse(null);
  }

  /** The delay that the calendar asks for, if any. */
  public Optional<Duration> retryDelay() {
    return Optional.ofNullable(retryDelay);
  }
}
