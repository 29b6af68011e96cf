package calendar.error;

/** The owner has as many grants as an owner may have. Nothing was granted. */
public final class TooManyGrantsException extends CalendarException {
  private static final long serialVersionUID = 1L;

  private final String ownerId;

  /**
   * @param most how many grants an owner may have
   */
  public TooManyGrantsException(String ownerId, int most) {
    super(
        "owner \"%s\" has %,d grants, the most that are allowed; revoke one, or grant to a group"
            .formatted(ownerId, most));
    this.ownerId = ownerId;
  }

  public String ownerId() {
    return ownerId;
  }
}
