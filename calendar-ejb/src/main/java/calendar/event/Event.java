package calendar.event;

import calendar.reminder.Reminder;
import calendar.reminder.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An event: an interval of one owner's time. No two events of one owner overlap. The interval is
 * half open: an event may start at the moment when another ends.
 *
 * @param id a UUIDv7, unique for its owner
 * @param startTime in whole microseconds
 * @param endTime in whole microseconds, after the start; not part of the event
 * @param reminders ordered by their times
 * @param version 1 for a new event; each update adds 1
 * @param source the iCalendar component that it was imported from; empty if it was not imported
 */
public record Event(
    String ownerId,
    UUID id,
    String title,
    String description,
    Instant startTime,
    Instant endTime,
    List<Reminder> reminders,
    long version,
    Instant createTime,
    Instant updateTime,
    Optional<IcalSource> source) {

  /** Makes a new event from a draft that passed {@link EventRules}. */
  static Event book(EventDraft draft, UUID id, Instant now) {
    return new Event(
        draft.ownerId(),
        id,
        draft.title(),
        draft.description(),
        draft.startTime(),
        draft.endTime(),
        Reminders.reschedule(List.of(), draft.remindBefore(), draft.startTime()),
        1,
        now,
        now,
        draft.ical().source(1));
  }

  /**
   * Returns this event with the values of a draft that passed {@link EventRules}. Keeps the source;
   * {@link #importedFrom} changes it.
   */
  Event change(EventDraft draft, Instant now) {
    return new Event(
        ownerId,
        id,
        draft.title(),
        draft.description(),
        draft.startTime(),
        draft.endTime(),
        Reminders.reschedule(reminders, draft.remindBefore(), draft.startTime()),
        version + 1,
        createTime,
        now,
        source);
  }

  /** Returns this event with the source of the draft, as if an import had written this version. */
  Event importedFrom(IcalDraft ical) {
    return new Event(
        ownerId,
        id,
        title,
        description,
        startTime,
        endTime,
        reminders,
        version,
        createTime,
        updateTime,
        ical.source(version));
  }

  /** Returns true if an update other than an import has changed the event since its last import. */
  public boolean changedSinceImport() {
    return source.isPresent() && source.get().importedVersion() != version;
  }

  /** The time from start to end. */
  public Interval interval() {
    return new Interval(startTime, endTime);
  }

  /** The times from each reminder to the start, longest first. */
  public List<Duration> remindBefore() {
    return reminders.stream().map(Reminder::remindBefore).toList();
  }

  /** Identifies this version of the event; opaque to clients (AIP-154). */
  public String etag() {
    return etag(version);
  }

  /** The {@link #etag()} of an event with this version. */
  public static String etag(long version) {
    return Long.toString(version);
  }
}
