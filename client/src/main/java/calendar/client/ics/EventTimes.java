package calendar.client.ics;

import calendar.client.ics.syntax.ComponentText;
import calendar.client.ics.syntax.ContentLine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The start and end of a VEVENT (RFC 5545, 3.6.1).
 *
 * @param start the start, as written in the file
 * @param end the end, after the start
 */
record EventTimes(IcsTime start, IcsTime end) {
  static final Duration LONGEST = Duration.ofDays(366);

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
    requireTimes(start, end, event);
    if (end.isPresent() && event.has("DURATION")) {
      notes.add("has DTEND and DURATION: DURATION is ignored");
    }
    IcsTime begins = start.in(zones);
    IcsTime ends =
        end.isPresent() ? end(end.get(), start, begins, zones) : afterDuration(begins, event);
    return checked(begins, ends, event, options);
  }

  /** An end without a zone uses the zone of the start. */
  private static IcsTime end(
      TimeProperty end, TimeProperty start, IcsTime begins, CalendarZones zones)
      throws InvalidComponentException {
    return end.isFloating() && !start.isFloating()
        ? new IcsTime(begins.zone().resolve(end.local()), begins.zone())
        : end.in(zones);
  }

  private static void requireTimes(
      TimeProperty start, Optional<TimeProperty> end, ComponentText event)
      throws InvalidComponentException {
    if (start.isDate() && end.isPresent() && !end.get().isDate()) {
      throw new InvalidComponentException(event.line(), "DTSTART is a date, DTEND a time");
    }
    if (!start.isDate() && end.isPresent() && end.get().isDate()) {
      throw new InvalidComponentException(event.line(), "DTSTART is a time, DTEND a date");
    }
    if (start.isDate()) {
      throw new InvalidComponentException(event.line(), "all-day");
    }
  }

  /** Returns the start if the event has no duration. */
  private static IcsTime afterDuration(IcsTime start, ComponentText event)
      throws InvalidComponentException {
    Optional<ContentLine> line = event.property("DURATION");
    if (line.isEmpty()) {
      return start;
    }
    return start.plus(
        IcsDuration.parse(line.get().value())
            .orElseThrow(() -> new InvalidComponentException(line.get(), "is not a duration")));
  }

  private static EventTimes checked(
      IcsTime start, IcsTime end, ComponentText event, ReadOptions options)
      throws InvalidComponentException {
    Duration length = Duration.between(start.instant(), end.instant());
    if (length.isNegative()) {
      throw new InvalidComponentException(event.line(), "ends before it starts");
    }
    if (length.compareTo(LONGEST) > 0) {
      throw new InvalidComponentException(event.line(), "is longer than 366 days");
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
      return new EventTimes(start, later);
    }
    return new EventTimes(start, end);
  }
}
