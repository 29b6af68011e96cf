package calendar.client.error;

/** The owner has no event with this id ({@code EVENT_NOT_FOUND}). */
public final class EventNotFoundException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  EventNotFoundException(CallError error) {
    super(error);
  }
}
