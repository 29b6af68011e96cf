package calendar.error;

/** The caller has not proved who they are. The message never contains a token. */
public final class UnauthenticatedException extends CalendarException {
  private static final long serialVersionUID = 1L;

  public UnauthenticatedException(String message) {
    super(message);
  }
}
