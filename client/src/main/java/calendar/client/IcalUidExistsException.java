package calendar.client;

/**
 * The owner has another event that was imported from the same component ({@code ICAL_UID_EXISTS}).
 */
public final class IcalUidExistsException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  private final String existingEventId;

  IcalUidExistsException(CallError error) {
    super(error);
    this.existingEventId = error.metadata().getOrDefault("existing_event_id", "");
  }

  /** The id of the other event; empty if the answer does not say. */
  public String existingEventId() {
    return existingEventId;
  }
}
