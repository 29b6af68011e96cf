package calendar.client.importing.report;

import calendar.client.error.TimeConflictException;
import calendar.client.ics.event.EventDates;
import calendar.client.ics.event.EventPeriod;
import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * An event of the calendar that overlaps an event of the file.
 *
 * @param eventId its id; empty if the answer has none
 * @param component its component in the same file, if it has one
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

  /** The dates, if the event is an all-day event of the file, and the calendar has it like that. */
  public Optional<EventDates> dates() {
    return component
        .filter(IcsEvent.class::isInstance)
        .map(event -> ((IcsEvent) event).period())
        .filter(period -> start.equals(Optional.of(period.start())))
        .filter(period -> end.equals(Optional.of(period.end())))
        .flatMap(EventPeriod::dates);
  }

  public Conflict from(IcsComponent source) {
    return new Conflict(eventId, start, end, Optional.of(source));
  }
}
