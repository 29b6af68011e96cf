package calendar.error;

import java.util.UUID;

/** The event or the series has changed since the caller read it. The caller must read it again. */
public final class EtagMismatchException extends CalendarException {
  private static final long serialVersionUID = 1L;

  private final UUID id;

  private EtagMismatchException(String kind, UUID id) {
    super("%s %s has changed since this etag was read".formatted(kind, id));
    this.id = id;
  }

  public EtagMismatchException(UUID eventId) {
    this("event", eventId);
  }

  public static EtagMismatchException ofSeries(UUID seriesId) {
    return new EtagMismatchException("series", seriesId);
  }

  /** The id of the event or the series. */
  public UUID id() {
    return id;
  }
}
