package calendar.series.plan;

import calendar.event.Event;
import calendar.event.field.EventTimes;
import calendar.event.field.IcalSource;
import calendar.event.field.Occurrence;
import calendar.recurrence.time.Start;
import calendar.reminder.Reminder;
import calendar.reminder.Reminders;
import calendar.series.model.Series;
import calendar.series.model.Template;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes the occurrences of a series, and changes them when the series changes. */
final class Occurrences {
  private Occurrences() {}

  /**
   * Makes a new occurrence.
   *
   * @param remindFrom reminders whose time is not after this are left out
   */
  static Event book(Series series, Start start, Instant now, Instant remindFrom) {
    Template template = series.template();
    EventTimes times = template.timesAt(start);
    return new Event(
        series.ownerId(),
        UuidCreator.getTimeOrderedEpoch(),
        template.title(),
        template.description(),
        template.location(),
        template.availability(),
        times,
        Reminders.reschedule(List.of(), template.remindBefore(), times.start()).stream()
            .filter(reminder -> reminder.remindTime().isAfter(remindFrom))
            .toList(),
        1,
        now,
        now,
        Optional.empty(),
        Optional.of(place(series, start)));
  }

  /** The place of the occurrence that a series has at a start. */
  static Occurrence place(Series series, Start start) {
    boolean isAllDay = series.template().times().dates().isPresent();
    Optional<LocalDate> date =
        isAllDay ? Optional.of(start.local().toLocalDate()) : Optional.empty();
    return new Occurrence(series.id(), start.instant(), date);
  }

  /** Returns true if the occurrence differs from its series in any field. */
  static boolean isException(Event occurrence, Series series) {
    Template template = series.template();
    EventTimes times = times(occurrence, series);
    return !occurrence.title().equals(template.title())
        || !occurrence.description().equals(template.description())
        || !occurrence.location().equals(template.location())
        || occurrence.availability() != template.availability()
        || !occurrence.times().equals(times)
        || !hasRemindersOf(occurrence, template, times);
  }

  /**
   * Returns the occurrence as it is after a change of its series: each field that was that of the
   * series follows it, the others stay. The times and the zone are one field. Reminders whose time
   * has passed are not made. Returns the same event if nothing changes.
   *
   * @param start where the new rule puts it
   */
  static Event follow(Event occurrence, Series old, Series next, Start start, Instant now) {
    Template before = old.template();
    Template after = next.template();
    EventTimes oldTimes = times(occurrence, old);
    EventTimes times =
        occurrence.times().equals(oldTimes) ? after.timesAt(start) : occurrence.times();
    List<Duration> remindBefore =
        hasRemindersOf(occurrence, before, oldTimes)
            ? after.remindBefore()
            : occurrence.remindBefore();
    Event changed =
        new Event(
            occurrence.ownerId(),
            occurrence.id(),
            follow(occurrence.title(), before.title(), after.title()),
            follow(occurrence.description(), before.description(), after.description()),
            follow(occurrence.location(), before.location(), after.location()),
            follow(occurrence.availability(), before.availability(), after.availability()),
            times,
            reminders(occurrence, remindBefore, times.start(), now),
            occurrence.version(),
            occurrence.createTime(),
            occurrence.updateTime(),
            occurrence.source(),
            Optional.of(place(next, start)));
    return changed.equals(occurrence) ? occurrence : nextVersion(changed, now);
  }

  /** Returns the occurrence as a part of another series, otherwise unchanged. */
  static Event moveTo(Series other, Event occurrence, Instant now) {
    Occurrence old = occurrence.occurrence().orElseThrow();
    return withPlace(
        occurrence,
        Optional.of(new Occurrence(other.id(), old.originalStart(), old.originalDate())),
        now);
  }

  /** Returns the occurrence as a single event. */
  static Event detach(Event occurrence, Instant now) {
    return withPlace(occurrence, Optional.empty(), now);
  }

  private static Event withPlace(Event event, Optional<Occurrence> place, Instant now) {
    return nextVersion(
        new Event(
            event.ownerId(),
            event.id(),
            event.title(),
            event.description(),
            event.location(),
            event.availability(),
            event.times(),
            event.reminders(),
            event.version(),
            event.createTime(),
            event.updateTime(),
            event.source(),
            place),
        now);
  }

  /** An imported event that was not changed here since its import stays so. */
  private static Event nextVersion(Event event, Instant now) {
    long version = event.version() + 1;
    Optional<IcalSource> source =
        event.changedSinceImport()
            ? event.source()
            : event
                .source()
                .map(
                    old ->
                        new IcalSource(
                            old.component(), old.sequence(), old.modifiedTime(), version));
    return new Event(
        event.ownerId(),
        event.id(),
        event.title(),
        event.description(),
        event.location(),
        event.availability(),
        event.times(),
        event.reminders(),
        version,
        event.createTime(),
        now,
        source,
        event.occurrence());
  }

  /** Where the template of its series puts an occurrence. */
  private static EventTimes times(Event occurrence, Series series) {
    return series.template().timesAt(series.originalStart(occurrence.occurrence().orElseThrow()));
  }

  /** Some reminders may be missing, because their time had passed when the event was changed. */
  private static boolean hasRemindersOf(Event occurrence, Template template, EventTimes times) {
    List<Duration> possible =
        template.remindBefore().stream()
            .filter(before -> times.start().minus(before).isAfter(occurrence.updateTime()))
            .toList();
    return occurrence.remindBefore().equals(template.remindBefore())
        || occurrence.remindBefore().equals(possible);
  }

  private static List<Reminder> reminders(
      Event occurrence, List<Duration> remindBefore, Instant start, Instant now) {
    return Reminders.reschedule(occurrence.reminders(), remindBefore, start).stream()
        .filter(
            reminder ->
                occurrence.reminders().contains(reminder) || reminder.remindTime().isAfter(now))
        .toList();
  }

  private static <T> T follow(T value, T before, T after) {
    return value.equals(before) ? after : value;
  }
}
