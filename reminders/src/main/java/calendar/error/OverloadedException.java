package calendar.error;

/** The server is overloaded. It rejected the request before any work on it. */
public final class OverloadedException extends CalendarException {
  private static final long serialVersionUID = 1L;

  public OverloadedException() {
    super("too many requests at once");
  }
}
