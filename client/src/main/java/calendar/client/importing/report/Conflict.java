package calendar.client.importing.report;

import calendar.client.TimeConflictException;
import calendar.client.ics.IcsComponent;
import java.time.Instant;
import java.util.Optional;

/**
 * The event that takes the time of another.
 *
 * @param eventId its id; empty if the calendar does not say
 * @param component the component of the same file that it comes from, if it comes from one
 */
public record Conflict(
    String eventId,
    Optional<Instant> start,
    Optional<Instant> end,
    Optional<IcsComponent> component) {

  public static Conflict of(TimeConflictException busy) {
    return new Conflict(
        busy.conflictingEventId(),
        busy.conflictingStartTime(),
        busy.conflictingEndTime(),
        Optional.empty());
  }

  public Conflict from(IcsComponent source) {
    return new Conflict(eventId, start, end, Optional.of(source));
  }
}
