package calendar.event;

/**
 * The result of a create.
 *
 * @param event the event as it is now
 * @param replayed true if an earlier request with the same request id created it
 */
public record CreatedEvent(Event event, boolean replayed) {}
