package calendar.client.importing;

import calendar.client.DateBusyException;
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

  static Conflict of(DateBusyException busy) {
    return new Conflict(
        busy.conflictingEventId(),
        busy.conflictingStartTime(),
        busy.conflictingEndTime(),
        Optional.empty());
  }

  Conflict from(IcsComponent source) {
    return new Conflict(eventId, start, end, Optional.of(source));
  }
}
