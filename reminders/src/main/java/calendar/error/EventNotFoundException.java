package calendar.error;

import java.util.UUID;

/** The owner has no event with this id. */
public final class EventNotFoundException extends CalendarException {
  private static final long serialVersionUID = 1L;

  private final String ownerId;
  private final UUID eventId;

  public EventNotFoundException(String ownerId, UUID eventId) {
    super("owner \"%s\" has no event %s".formatted(ownerId, eventId));
    this.ownerId = ownerId;
    this.eventId = eventId;
  }

  public String ownerId() {
    return ownerId;
  }

  public UUID eventId() {
    return eventId;
  }
}
