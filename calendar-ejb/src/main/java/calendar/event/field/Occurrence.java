package calendar.event.field;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The place of an event in a series. An update of the event does not change it.
 *
 * @param seriesId the series of the same owner
 * @param originalStart where the rule put the event, in whole microseconds
 * @param originalDate where the rule of an all-day series put it; empty in a timed series
 */
public record Occurrence(UUID seriesId, Instant originalStart, Optional<LocalDate> originalDate) {}
