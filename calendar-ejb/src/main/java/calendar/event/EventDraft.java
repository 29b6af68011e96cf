package calendar.event;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An event as a client sends it: nothing of it is checked yet. Texts that the client left out are
 * empty, times that it left out are null.
 *
 * @param id empty for an event that is to be created
 * @param etag the state in which the client has seen the event; empty when it does not care
 * @param ical where it was imported from
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

  /** Cuts times and durations off below the microsecond, which is as fine as the storage keeps. */
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

  /** This draft where the fields are named, the event as it stands elsewhere. */
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

  /** The time in whole microseconds; null where it is null. */
  static Instant truncated(Instant time) {
    return time == null ? null : time.truncatedTo(MICROS);
  }
}
