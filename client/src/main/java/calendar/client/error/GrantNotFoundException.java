package calendar.client.error;

/** The owner has granted nothing to this grantee ({@code GRANT_NOT_FOUND}). */
public final class GrantNotFoundException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  GrantNotFoundException(CallError error) {
    super(error);
  }
}
