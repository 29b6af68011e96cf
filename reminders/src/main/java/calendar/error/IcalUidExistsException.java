package calendar.error;

import java.util.UUID;

/**
 * The owner has another event with the same {@code ical_uid} and {@code ical_recurrence_id}, or
 * another series with the same {@code ical_uid}.
 */
public final class IcalUidExistsException extends CalendarException {
  private static final long serialVersionUID = 1L;

  private final UUID existingId;
  private final boolean isSeries;

  private IcalUidExistsException(String message, UUID existingId, boolean isSeries) {
    super(message);
    this.existingId = existingId;
    this.isSeries = isSeries;
  }

  public IcalUidExistsException(UUID eventId) {
    this(
        "event %s has the same ical_uid and ical_recurrence_id".formatted(eventId), eventId, false);
  }

  public static IcalUidExistsException ofSeries(UUID seriesId) {
    return new IcalUidExistsException(
        "series %s has the same ical_uid".formatted(seriesId), seriesId, true);
  }

  /** The id of the other event or series. */
  public UUID existingId() {
    return existingId;
  }

  /** Returns true if the other one is a series. */
  public boolean isSeries() {
    return isSeries;
  }
}
