package calendar.client.error;

/** The owner has as many grants as an owner may have ({@code TOO_MANY_GRANTS}). */
public final class TooManyGrantsException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  TooManyGrantsException(CallError error) {
    super(error);
  }
}
