package calendar.client;

/** The calendar has too many calls at once ({@code OVERLOADED}). */
public final class OverloadedException extends RetryableException {
  private static final long serialVersionUID = 1L;

  OverloadedException(CallError error) {
    super(error);
  }
}
