package calendar.series.model;

import calendar.event.field.Occurrence;
import java.util.UUID;

/**
 * An occurrence that was not booked because the time was taken.
 *
 * @param conflictingEventId the event that took the time; it may have changed since
 */
public record SkippedOccurrence(Occurrence occurrence, UUID conflictingEventId) {}
