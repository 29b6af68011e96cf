package calendar.error;

/** The owner has granted nothing to this grantee. */
public final class GrantNotFoundException extends CalendarException {
  private static final long serialVersionUID = 1L;

  private final String ownerId;

  /**
   * @param grantee in words
   */
  public GrantNotFoundException(String ownerId, String grantee) {
    super("owner \"%s\" has granted nothing to %s".formatted(ownerId, grantee));
    this.ownerId = ownerId;
  }

  public String ownerId() {
    return ownerId;
  }
}
