package calendar.client.ics;

import calendar.client.ics.event.EventDates;
import calendar.client.ics.syntax.ComponentText;
import calendar.client.ics.syntax.ContentLine;
import calendar.client.ics.zone.FileZone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads the days of a VEVENT whose DTSTART is a date (RFC 5545, 3.6.1). A date has no TZID (RFC
 * 5545, 3.2.19): the zone of floating times decides when its days begin.
 */
final class AllDayTimes {
  private static final int LAST_YEAR = 9999;

  private final ComponentText event;
  private final ZoneId zone;

  private AllDayTimes(ComponentText event, ZoneId zone) {
    this.event = event;
    this.zone = zone;
  }

  /**
   * @param start the DTSTART, a date
   * @param end the DTEND, if the event has one
   */
  static EventTimes of(
      ComponentText event, TimeProperty start, Optional<TimeProperty> end, CalendarZones zones)
      throws InvalidComponentException {
    LocalDate first = start.date();
    LocalDate written = end.isPresent() ? end.get().date() : afterDuration(event, first);
    // Many programs give a single day the same DTSTART and DTEND. Nothing else can be meant, so
    // there is no note about it.
    EventDates dates = new EventDates(first, written.equals(first) ? first.plusDays(1) : written);
    requireLength(event, dates);
    try {
      return new AllDayTimes(event, zones.ofDates()).times(dates);
    } catch (UnknownZoneException unknown) {
      throw new InvalidComponentException(start.line().number(), unknown.getMessage());
    }
  }

  /** Returns the start if the event has no DURATION. */
  private static LocalDate afterDuration(ComponentText event, LocalDate start)
      throws InvalidComponentException {
    Optional<ContentLine> line = event.property("DURATION");
    if (line.isEmpty()) {
      return start;
    }
    IcsDuration duration = IcsDuration.of(line.get());
    if (!duration.exact().equals(Duration.ZERO)) {
      throw new InvalidComponentException(line.get(), "DTSTART is a date, DURATION has a time");
    }
    return start.plus(duration.days());
  }

  private static void requireLength(ComponentText event, EventDates dates)
      throws InvalidComponentException {
    if (dates.end().isBefore(dates.start())) {
      throw new InvalidComponentException(event.line(), EventTimes.ENDS_BEFORE_START);
    }
    if (ChronoUnit.DAYS.between(dates.start(), dates.end()) > EventTimes.LONGEST.toDays()) {
      throw new InvalidComponentException(event.line(), EventTimes.TOO_LONG);
    }
    if (dates.end().getYear() > LAST_YEAR) {
      throw new InvalidComponentException(event.line(), "ends after the year " + LAST_YEAR);
    }
  }

  private EventTimes times(EventDates dates) throws InvalidComponentException {
    requireInZone(dates.start());
    requireInZone(dates.lastDay());
    FileZone fileZone = FileZone.of(zone);
    return new EventTimes(
        new IcsTime(dates.start().atStartOfDay(zone).toInstant(), fileZone),
        new IcsTime(dates.end().atStartOfDay(zone).toInstant(), fileZone),
        Optional.of(dates));
  }

  /** Zones that moved across the date line skipped a day, such as 30 December 2011 in Samoa. */
  private void requireInZone(LocalDate date) throws InvalidComponentException {
    ZonedDateTime begins = date.atStartOfDay(zone);
    if (!begins.toLocalDate().equals(date)) {
      throw new InvalidComponentException(
          event.line(), "%s does not exist in %s".formatted(date, zone));
    }
  }
}
