package calendar.error;

import java.util.UUID;

/** The owner has another event with the same {@code ical_uid} and {@code ical_recurrence_id}. */
public final class IcalUidExistsException extends CalendarException {
  private static final long serialVersionUID = 1L;

  private final UUID existingEventId;

  public IcalUidExistsException(UUID existingEventId) {
    super("event %s has the same ical_uid and ical_recurrence_id".formatted(existingEventId));
    this.existingEventId = existingEventId;
  }

  public UUID existingEventId() {
    return existingEventId;
  }
}
