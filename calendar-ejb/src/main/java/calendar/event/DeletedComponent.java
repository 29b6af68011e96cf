package calendar.event;

import calendar.event.field.ComponentId;
import java.time.Instant;

/**
 * The component of an imported event that was deleted in this calendar.
 *
 * @param sequence the SEQUENCE of the deleted event
 * @param deleteTime when the event was deleted
 */
public record DeletedComponent(ComponentId id, int sequence, Instant deleteTime)
    implements FoundComponent {}
