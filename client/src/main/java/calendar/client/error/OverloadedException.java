package calendar.client.error;

/** The calendar has too many concurrent calls ({@code OVERLOADED}). Retry later. */
public final class OverloadedException extends RetryableException {
  private static final long serialVersionUID = 1L;

  OverloadedException(CallError error) {
    super(error);
  }
}
