package calendar.event;

/**
 * The answer to a create.
 *
 * @param event the event as it now stands
 * @param replayed whether an earlier request with the same request id had created it
 */
public record CreatedEvent(Event event, boolean replayed) {}
