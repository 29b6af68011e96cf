package calendar.event.field;

import java.time.Instant;
import java.util.Optional;

/**
 * The iCalendar component that an event was imported from.
 *
 * @param component its UID and RECURRENCE-ID
 * @param sequence its SEQUENCE, 0 or more
 * @param modifiedTime its LAST-MODIFIED, in whole microseconds; empty if it has none
 * @param importedVersion the version of the event that the latest import wrote
 */
public record IcalSource(
    ComponentId component, int sequence, Optional<Instant> modifiedTime, long importedVersion) {}
