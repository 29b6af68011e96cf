package calendar.series.model;

import calendar.event.field.Availability;
import calendar.event.field.DateRange;
import calendar.event.field.EventTimes;
import calendar.recurrence.time.LocalStart;
import calendar.recurrence.time.Start;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What the occurrences of a series have in common.
 *
 * @param location may be empty
 * @param remindBefore how long before each start to remind the owner, longest first
 * @param times those of the first occurrence; they have a zone
 */
public record Template(
    String title,
    String description,
    String location,
    Availability availability,
    List<Duration> remindBefore,
    EventTimes times) {

  public ZoneId zone() {
    return ZoneId.of(times.timeZone());
  }

  public boolean isBusy() {
    return availability == Availability.BUSY;
  }

  /** The start of the first occurrence on the clock of the zone. */
  public LocalStart start() {
    return times
        .dates()
        .map(dates -> new LocalStart(dates.start().atStartOfDay(), true, zone()))
        .orElseGet(
            () -> new LocalStart(times.start().atZone(zone()).toLocalDateTime(), false, zone()));
  }

  /**
   * The times of the occurrence that begins at a start. A timed one has the exact length of the
   * first (RFC 5545, 3.8.5.3), an all-day one the same number of days.
   */
  public EventTimes timesAt(Start start) {
    if (times.dates().isEmpty()) {
      Duration length = Duration.between(times.start(), times.end());
      return new EventTimes(
          start.instant(), start.instant().plus(length), Optional.empty(), times.timeZone());
    }
    DateRange first = times.dates().get();
    LocalDate day = start.local().toLocalDate();
    DateRange dates =
        new DateRange(day, day.plusDays(ChronoUnit.DAYS.between(first.start(), first.end())));
    return new EventTimes(
        start.instant(), dates.in(zone()).end(), Optional.of(dates), times.timeZone());
  }

  public Template withTimes(EventTimes others) {
    return new Template(title, description, location, availability, remindBefore, others);
  }
}
