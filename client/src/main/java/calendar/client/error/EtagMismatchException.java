package calendar.client.error;

/** The event or the series changed after the caller read its etag ({@code ETAG_MISMATCH}). */
public final class EtagMismatchException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  EtagMismatchException(CallError error) {
    super(error);
  }
}
