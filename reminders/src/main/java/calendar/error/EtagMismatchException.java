package calendar.error;

import java.util.UUID;

/** The event has changed since the caller read it. The caller must read it again. */
public final class EtagMismatchException extends CalendarException {
  private static final long serialVersionUID = 1L;

  private final UUID eventId;

  public EtagMismatchException(UUID eventId) {
    super("event %s has changed since this etag was read".formatted(eventId));
    this.eventId = eventId;
  }

  public UUID eventId() {
    return eventId;
  }
}
