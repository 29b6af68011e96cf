package calendar.error;

/** There is more to do than can be done in time; the request was refused before any work on it. */
public final class OverloadedException extends CalendarException {
  private static final long serialVersionUID = 1L;

  public OverloadedException() {
    super("too many requests at once");
  }
}
