package calendar.event;

import calendar.event.field.Availability;
import calendar.event.field.EventTimes;
import calendar.event.field.IcalDraft;
import calendar.event.field.IcalSource;
import calendar.event.field.Interval;
import calendar.event.field.Occurrence;
import calendar.reminder.Reminder;
import calendar.reminder.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An event in one owner's calendar. No two busy events of one owner overlap. The interval is half
 * open: an event may start at the moment when another ends.
 *
 * @param id a UUIDv7, unique for its owner
 * @param location where it takes place; may be empty
 * @param reminders ordered by their times
 * @param version 1 for a new event; each update adds 1
 * @param source the iCalendar component that it was imported from; empty if it was not imported
 * @param occurrence its place in a series; empty for a single event
 */
public record Event(
    String ownerId,
    UUID id,
    String title,
    String description,
    String location,
    Availability availability,
    EventTimes times,
    List<Reminder> reminders,
    long version,
    Instant createTime,
    Instant updateTime,
    Optional<IcalSource> source,
    Optional<Occurrence> occurrence) {

  /** Makes a new event from a draft that passed {@link EventRules}. */
  public static Event book(EventDraft draft, UUID id, Instant now) {
    EventTimes times = draft.times().resolved();
    return new Event(
        draft.ownerId(),
        id,
        draft.title(),
        draft.description(),
        draft.location(),
        draft.isFree() ? Availability.FREE : Availability.BUSY,
        times,
        Reminders.reschedule(List.of(), draft.remindBefore(), times.start()),
        1,
        now,
        now,
        draft.ical().source(1),
        Optional.empty());
  }

  /**
   * Returns this event with the values of a draft that passed {@link EventRules}. Keeps the source;
   * {@link #importedFrom} changes it.
   */
  public Event change(EventDraft draft, Instant now) {
    EventTimes changed = draft.times().resolvedOver(times);
    return new Event(
        ownerId,
        id,
        draft.title(),
        draft.description(),
        draft.location(),
        draft.isFree() ? Availability.FREE : Availability.BUSY,
        changed,
        Reminders.reschedule(reminders, draft.remindBefore(), changed.start()),
        version + 1,
        createTime,
        now,
        source,
        occurrence);
  }

  /** Returns this event with the source of the draft, as if an import had written this version. */
  Event importedFrom(IcalDraft ical) {
    return withSource(ical.source(version));
  }

  /** Returns this event with another source. */
  public Event withSource(Optional<IcalSource> other) {
    return new Event(
        ownerId,
        id,
        title,
        description,
        location,
        availability,
        times,
        reminders,
        version,
        createTime,
        updateTime,
        other,
        occurrence);
  }

  /** Returns this event with other reminders, ordered by their times. */
  public Event withReminders(List<Reminder> others) {
    return new Event(
        ownerId,
        id,
        title,
        description,
        location,
        availability,
        times,
        List.copyOf(others),
        version,
        createTime,
        updateTime,
        source,
        occurrence);
  }

  /** Returns true if an update other than an import has changed the event since its last import. */
  public boolean changedSinceImport() {
    return source.isPresent() && source.get().importedVersion() != version;
  }

  /** When it starts, in whole microseconds. */
  public Instant startTime() {
    return times.start();
  }

  /** When it ends, in whole microseconds; not part of the event. */
  public Instant endTime() {
    return times.end();
  }

  /** The time from start to end. */
  public Interval interval() {
    return times.interval();
  }

  /** Returns true if the event takes its owner's time. */
  public boolean isBusy() {
    return availability == Availability.BUSY;
  }

  /** Returns true if both events are busy at the same time. The owners are not compared. */
  public boolean conflictsWith(Event other) {
    return isBusy() && other.isBusy() && interval().overlaps(other.interval());
  }

  /** The position in a list. */
  public EventPosition position() {
    return new EventPosition(startTime(), id);
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
