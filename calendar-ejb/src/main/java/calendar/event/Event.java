package calendar.event;

import calendar.reminder.Reminder;
import calendar.reminder.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A stretch of one owner's time, booked. It is half open: an event that begins when another ends
 * does not overlap it. No two events of one owner overlap.
 *
 * @param ownerId whose time it takes
 * @param id a UUIDv7, unique within its owner
 * @param startTime when it begins, in whole microseconds
 * @param endTime when it has ended, in whole microseconds
 * @param reminders in the order of their times
 * @param version 1 for a new event, one more with every update
 * @param createTime when it was created
 * @param updateTime when it was last changed
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

  /** A new event, made of a draft that passed {@link EventRules}. */
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
   * This event after a change, made of a draft that passed {@link EventRules}. It keeps its source:
   * see {@link #importedFrom}.
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

  /** This event as an import has just written it. Its source is that of the draft. */
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

  /** Returns true if it was imported, and then changed by an update that was no import. */
  public boolean changedSinceImport() {
    return source.isPresent() && source.get().importedVersion() != version;
  }

  /** The time that it takes. */
  public Interval interval() {
    return new Interval(startTime, endTime);
  }

  /** How long before its start it reminds, from the longest to the shortest. */
  public List<Duration> remindBefore() {
    return reminders.stream().map(Reminder::remindBefore).toList();
  }

  /** Names this state of the event; opaque to clients (AIP-154). */
  public String etag() {
    return etag(version);
  }

  /** The {@link #etag()} of an event with this version. */
  public static String etag(long version) {
    return Long.toString(version);
  }
}
