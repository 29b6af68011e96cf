package calendar.client;

/**
 * The owner already has an event with the same iCalendar UID and recurrence id ({@code
 * ICAL_UID_EXISTS}).
 */
public final class IcalUidExistsException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  private final String existingEventId;

  IcalUidExistsException(CallError error) {
    super(error);
    this.existingEventId = error.metadata().getOrDefault("existing_event_id", "");
  }

  /** The id of the existing event; empty if the answer has none. */
  public String existingEventId() {
    return existingEventId;
  }
}
