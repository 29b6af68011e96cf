package calendar.error;

/**
 * The server cannot check the caller's token, because it has no keys of the issuer, or not the one
 * that the token names and cannot fetch it. The call may succeed later.
 */
public final class IssuerUnavailableException extends CalendarException {
  private static final long serialVersionUID = 1L;

  public IssuerUnavailableException() {
    super("tokens cannot be checked now, because the issuer does not answer; try again");
  }
}
