package calendar.client.error;

/**
 * The owner already has an event with the same iCalendar UID and recurrence id, or a series with
 * the same UID ({@code ICAL_UID_EXISTS}).
 */
public final class IcalUidExistsException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  private final String existingEventId;
  private final String existingSeriesId;

  IcalUidExistsException(CallError error) {
    super(error);
    this.existingEventId = error.metadata().getOrDefault("existing_event_id", "");
    this.existingSeriesId = error.metadata().getOrDefault("existing_series_id", "");
  }

  /** The id of the existing event; empty if the answer has none. */
  public String existingEventId() {
    return existingEventId;
  }

  /** The id of the existing series; empty if the answer has none. */
  public String existingSeriesId() {
    return existingSeriesId;
  }
}
