package calendar.client.error;

/** This caller makes more calls than it may ({@code RATE_LIMITED}). Retry later. */
public final class RateLimitedException extends RetryableException {
  private static final long serialVersionUID = 1L;

  RateLimitedException(CallError error) {
    super(error);
  }
}
