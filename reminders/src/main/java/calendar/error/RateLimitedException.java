package calendar.error;

import java.time.Duration;

/** The caller makes more calls than it may. The server rejected this one before any work on it. */
public final class RateLimitedException extends CalendarException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param retryAfter how long to wait before the next call is permitted
   */
  public RateLimitedException(Duration retryAfter) {
    // Without the duration: the log counts the calls that have the same reason in one line.
    super("too many calls of this caller; try again later");
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
