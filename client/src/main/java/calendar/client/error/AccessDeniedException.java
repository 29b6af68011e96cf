package calendar.client.error;

import java.util.Optional;

/** The caller may not do this with the calendar of an owner ({@code ACCESS_DENIED}). */
public final class AccessDeniedException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  private final String ownerId;

  AccessDeniedException(CallError error) {
    super(error);
    this.ownerId = error.metadata().get("owner_id");
  }

  /** The owner; of several owners in a call, the first one that was refused. */
  public Optional<String> ownerId() {
    return Optional.ofNullable(ownerId);
  }
}
