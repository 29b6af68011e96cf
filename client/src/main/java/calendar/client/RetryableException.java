package calendar.client;

import java.time.Duration;
import java.util.Optional;

/**
 * A call that may succeed when it is repeated later. A create is safe to repeat with its {@code
 * request_id}, though its first attempt may have been served.
 */
public abstract sealed class RetryableException extends CalendarCallException
    permits OverloadedException, UnreachableException {
  private static final long serialVersionUID = 1L;

  private final Duration retryDelay;

  RetryableException(CallError error) {
    super(error);
    this.retryDelay = error.retryDelay().orElse(null);
  }

  /** How long the calendar asks to wait first, if it does. */
  public Optional<Duration> retryDelay() {
    return Optional.ofNullable(retryDelay);
  }
}
