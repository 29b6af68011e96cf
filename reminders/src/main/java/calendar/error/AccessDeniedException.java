package calendar.error;

/** The caller may not do this with the owner's calendar, whether or not the owner has one. */
public final class AccessDeniedException extends CalendarException {
  private static final long serialVersionUID = 1L;

  private final String ownerId;

  /**
   * @param ownerId of several owners, the first refused one in the caller's order
   */
  public AccessDeniedException(String ownerId) {
    super("you may not do this with the calendar of owner \"%s\"".formatted(ownerId));
    this.ownerId = ownerId;
  }

  public String ownerId() {
    return ownerId;
  }
}
