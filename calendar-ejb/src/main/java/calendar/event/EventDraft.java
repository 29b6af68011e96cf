package calendar.event;

import static java.time.temporal.ChronoUnit.MICROS;

import calendar.error.Violations;
import calendar.event.field.Availability;
import calendar.event.field.EventField;
import calendar.event.field.EventTimes;
import calendar.event.field.IcalDraft;
import calendar.event.field.TimeRules;
import calendar.event.field.TimesDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
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
  public EventDraft truncated() {
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
  public EventDraft over(Event event, Set<EventField> fields) {
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

  /**
   * Checks that a mask that a client sent does not mix times and dates of an event: it changes a
   * timed event to an all-day one, or the reverse, only if it names the times and the dates.
   */
  public static void checkKind(Set<EventField> mask, EventTimes stored, Violations violations) {
    TimeRules.checkKind(mask, stored, violations);
  }

  /** The fields that are not missing. */
  public Set<EventField> setFields() {
    Set<EventField> fields = newerSetFields();
    if (!title.isEmpty()) {
      fields.add(EventField.TITLE);
    }
    if (!description.isEmpty()) {
      fields.add(EventField.DESCRIPTION);
    }
    if (times.start() != null) {
      fields.add(EventField.START_TIME);
    }
    if (times.end() != null) {
      fields.add(EventField.END_TIME);
    }
    if (!remindBefore.isEmpty()) {
      fields.add(EventField.REMIND_BEFORE);
    }
    return fields;
  }

  /** The fields that are not missing, without those of the first API version. */
  Set<EventField> newerSetFields() {
    Set<EventField> fields = EnumSet.noneOf(EventField.class);
    fields.addAll(ical.setFields());
    fields.addAll(times.setFields());
    if (!location.isEmpty()) {
      fields.add(EventField.LOCATION);
    }
    if (availability != null) {
      fields.add(EventField.AVAILABILITY);
    }
    return fields;
  }

  /** Returns true if the event is to be free. An event without availability is busy. */
  public boolean isFree() {
    return availability == Availability.FREE;
  }
}
