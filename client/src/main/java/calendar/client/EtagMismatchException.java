package calendar.client;

/** The event has changed since its etag was read ({@code ETAG_MISMATCH}). */
public final class EtagMismatchException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  EtagMismatchException(CallError error) {
    super(error);
  }
}
