package calendar.client.ics;

import calendar.client.ics.event.EventDates;
import calendar.client.ics.event.EventPeriod;
import calendar.client.ics.syntax.ComponentText;
import calendar.client.ics.syntax.ContentLine;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The start and end of a VEVENT (RFC 5545, 3.6.1).
 *
 * @param start the start, as written in the file
 * @param end the end, after the start
 * @param dates the days of an all-day event; empty for a timed event
 */
record EventTimes(IcsTime start, IcsTime end, Optional<EventDates> dates) {
  static final Duration LONGEST = Duration.ofDays(366);
  static final String ENDS_BEFORE_START = "ends before it starts";
  static final String TOO_LONG = "is longer than 366 days";

  /**
   * @param notes receives information for people, one line each
   * @throws InvalidComponentException if the times are missing, invalid or not supported
   */
  static EventTimes of(
      ComponentText event, CalendarZones zones, ReadOptions options, List<String> notes)
      throws InvalidComponentException {
    ContentLine startLine =
        event
            .property("DTSTART")
            .orElseThrow(() -> new InvalidComponentException(event.line(), "has no DTSTART"));
    TimeProperty start = TimeProperty.of(startLine);
    Optional<ContentLine> endLine = event.property("DTEND");
    Optional<TimeProperty> end = Optional.empty();
    if (endLine.isPresent()) {
      end = Optional.of(TimeProperty.of(endLine.get()));
    }
    requireSameKind(start, end, event);
    if (end.isPresent() && event.has("DURATION")) {
      notes.add("has DTEND and DURATION: DURATION is ignored");
    }
    if (start.isDate()) {
      return AllDayTimes.of(event, start, end, zones);
    }
    IcsTime begins = start.in(zones);
    IcsTime ends =
        end.isPresent() ? end(end.get(), start, begins, zones) : afterDuration(begins, event);
    return checked(begins, ends, event, options);
  }

  EventPeriod period() {
    return new EventPeriod(
        start.instant(), end.instant(), dates, start.zone().region().map(ZoneId::getId));
  }

  /** An end without a zone uses the zone of the start. */
  private static IcsTime end(
      TimeProperty end, TimeProperty start, IcsTime begins, CalendarZones zones)
      throws InvalidComponentException {
    return end.isFloating() && !start.isFloating()
        ? new IcsTime(begins.zone().resolve(end.local()), begins.zone())
        : end.in(zones);
  }

  private static void requireSameKind(
      TimeProperty start, Optional<TimeProperty> end, ComponentText event)
      throws InvalidComponentException {
    if (start.isDate() && end.isPresent() && !end.get().isDate()) {
      throw new InvalidComponentException(event.line(), "DTSTART is a date, DTEND a time");
    }
    if (!start.isDate() && end.isPresent() && end.get().isDate()) {
      throw new InvalidComponentException(event.line(), "DTSTART is a time, DTEND a date");
    }
  }

  /** Returns the start if the event has no duration. */
  private static IcsTime afterDuration(IcsTime start, ComponentText event)
      throws InvalidComponentException {
    Optional<ContentLine> line = event.property("DURATION");
    if (line.isEmpty()) {
      return start;
    }
    return start.plus(IcsDuration.of(line.get()));
  }

  private static EventTimes checked(
      IcsTime start, IcsTime end, ComponentText event, ReadOptions options)
      throws InvalidComponentException {
    Duration length = Duration.between(start.instant(), end.instant());
    if (length.isNegative()) {
      throw new InvalidComponentException(event.line(), ENDS_BEFORE_START);
    }
    if (length.compareTo(LONGEST) > 0) {
      throw new InvalidComponentException(event.line(), TOO_LONG);
    }
    if (length.isZero()) {
      Duration byDefault =
          options
              .defaultDuration()
              .orElseThrow(
                  () ->
                      new InvalidComponentException(
                          event.line(), "has no length; import with --default-duration 30m"));
      IcsTime later = new IcsTime(start.instant().plus(byDefault), start.zone());
      return new EventTimes(start, later, Optional.empty());
    }
    return new EventTimes(start, end, Optional.empty());
  }
}
