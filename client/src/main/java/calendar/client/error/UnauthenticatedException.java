package calendar.client.error;

/**
 * The calendar asks callers who they are, and accepted no token of this call ({@code
 * UNAUTHENTICATED}).
 */
public final class UnauthenticatedException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  UnauthenticatedException(CallError error) {
    super(error);
  }
}
