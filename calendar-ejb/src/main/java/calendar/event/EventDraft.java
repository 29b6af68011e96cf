package calendar.event;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An event as a client sends it, not validated yet. A missing text is empty.
 *
 * @param id empty for a new event
 * @param availability null if the client sent none
 * @param etag the version that the client expects; empty for any
 * @param ical the component that it was imported from, or {@link IcalDraft#NONE}
 */
public record EventDraft(
    String ownerId,
    String id,
    String title,
    String description,
    String location,
    Availability availability,
    TimesDraft times,
    List<Duration> remindBefore,
    String etag,
    IcalDraft ical) {

  /** A draft with the fields of the first API version. */
  public EventDraft(
      String ownerId,
      String id,
      String title,
      String description,
      Instant startTime,
      Instant endTime,
      List<Duration> remindBefore,
      String etag) {
    this(
        ownerId,
        id,
        title,
        description,
        "",
        null,
        TimesDraft.timed(startTime, endTime),
        remindBefore,
        etag,
        IcalDraft.NONE);
  }

  /** Truncates times and durations to microseconds, the precision of the storage. */
  EventDraft truncated() {
    return new EventDraft(
        ownerId,
        id,
        title,
        description,
        location,
        availability,
        times.truncated(),
        remindBefore.stream().map(before -> before.truncatedTo(MICROS)).toList(),
        etag,
        ical.truncated());
  }

  /** Returns the named fields of this draft, and the other fields of the event. */
  EventDraft over(Event event, Set<EventField> fields) {
    return new EventDraft(
        event.ownerId(),
        id,
        fields.contains(EventField.TITLE) ? title : event.title(),
        fields.contains(EventField.DESCRIPTION) ? description : event.description(),
        fields.contains(EventField.LOCATION) ? location : event.location(),
        fields.contains(EventField.AVAILABILITY) ? availability : event.availability(),
        times.over(event.times(), fields),
        fields.contains(EventField.REMIND_BEFORE) ? remindBefore : event.remindBefore(),
        etag,
        ical.over(event.source(), fields));
  }

  /** Returns true if the event is to be free. An event without availability is busy. */
  boolean isFree() {
    return availability == Availability.FREE;
  }
}
