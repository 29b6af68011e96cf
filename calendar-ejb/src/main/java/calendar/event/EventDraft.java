package calendar.event;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An event as a client sends it, not validated yet. A missing text is empty, a missing time is
 * null.
 *
 * @param id empty for a new event
 * @param etag the version that the client expects; empty for any
 * @param ical the component that it was imported from, or {@link IcalDraft#NONE}
 */
public record EventDraft(
    String ownerId,
    String id,
    String title,
    String description,
    Instant startTime,
    Instant endTime,
    List<Duration> remindBefore,
    String etag,
    IcalDraft ical) {

  /** A draft of an event that is not imported. */
  public EventDraft(
      String ownerId,
      String id,
      String title,
      String description,
      Instant startTime,
      Instant endTime,
      List<Duration> remindBefore,
      String etag) {
    this(ownerId, id, title, description, startTime, endTime, remindBefore, etag, IcalDraft.NONE);
  }

  /** Truncates times and durations to microseconds, the precision of the storage. */
  EventDraft truncated() {
    return new EventDraft(
        ownerId,
        id,
        title,
        description,
        truncated(startTime),
        truncated(endTime),
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
        fields.contains(EventField.START_TIME) ? startTime : event.startTime(),
        fields.contains(EventField.END_TIME) ? endTime : event.endTime(),
        fields.contains(EventField.REMIND_BEFORE) ? remindBefore : event.remindBefore(),
        etag,
        ical.over(event.source(), fields));
  }

  /** Truncates a time to microseconds. Null stays null. */
  static Instant truncated(Instant time) {
    return time == null ? null : time.truncatedTo(MICROS);
  }
}
