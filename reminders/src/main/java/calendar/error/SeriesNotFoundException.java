package calendar.error;

import java.util.UUID;

/** The owner has no series with this id. */
public final class SeriesNotFoundException extends CalendarException {
  private static final long serialVersionUID = 1L;

  private final String ownerId;
  private final UUID seriesId;

  public SeriesNotFoundException(String ownerId, UUID seriesId) {
    super("owner \"%s\" has no series %s".formatted(ownerId, seriesId));
    this.ownerId = ownerId;
    this.seriesId = seriesId;
  }

  public String ownerId() {
    return ownerId;
  }

  public UUID seriesId() {
    return seriesId;
  }
}
