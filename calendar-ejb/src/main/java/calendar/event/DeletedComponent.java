package calendar.event;

import java.time.Instant;

/**
 * An imported event that was deleted here.
 *
 * @param id the component that the event was imported from
 * @param sequence the SEQUENCE of the event that was deleted
 * @param deleteTime when it was deleted
 */
public record DeletedComponent(ComponentId id, int sequence, Instant deleteTime)
    implements FoundComponent {}
