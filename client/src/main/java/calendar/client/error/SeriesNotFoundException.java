package calendar.client.error;

/** The owner has no series with this id ({@code SERIES_NOT_FOUND}). */
public final class SeriesNotFoundException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  SeriesNotFoundException(CallError error) {
    super(error);
  }
}
