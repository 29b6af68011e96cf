package calendar.event.field;

import calendar.error.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A half-open interval of time (AIP-142).
 *
 * @param start the first instant of the interval
 * @param end the first instant after the interval
 */
public record Interval(Instant start, Instant end) {

  /**
   * Checks an interval that a client sent, and truncates it to microseconds. Adds a violation for
   * each time that is missing or out of range, and for an end that is not after the start. The
   * caller must not use the interval if there are violations.
   */
  public static Interval checked(Instant sentStart, Instant sentEnd, Violations violations) {
    Instant start = TimesDraft.truncated(sentStart);
    Instant end = TimesDraft.truncated(sentEnd);
    boolean startsWell = TimeRules.time(start, "start_time", violations);
    boolean endsWell = TimeRules.time(end, "end_time", violations);
    if (startsWell && endsWell) {
      violations.require(end.isAfter(start), "end_time", "must be after start_time");
    }
    return new Interval(start, end);
  }

  /** The day in a zone: usually 23, 24 or 25 hours; empty if the zone skipped the date. */
  public static Interval day(LocalDate date, ZoneId zone) {
    return ofDays(date, date.plusDays(1), zone);
  }

  /** Seven days in a zone, beginning with the given one. */
  public static Interval week(LocalDate firstDay, ZoneId zone) {
    return ofDays(firstDay, firstDay.plusWeeks(1), zone);
  }

  /**
   * From the given day to the same day of the next month, which is not included. If the next month
   * is shorter, the end is its last day: a month from 31 January ends before 28 or 29 February.
   */
  public static Interval month(LocalDate firstDay, ZoneId zone) {
    return ofDays(firstDay, firstDay.plusMonths(1), zone);
  }

  /**
   * Whole days in a zone. A day begins at its first existing instant.
   *
   * @param first the first day
   * @param next the day after the last day
   */
  static Interval ofDays(LocalDate first, LocalDate next, ZoneId zone) {
    return new Interval(first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
  }

  /** Returns true if the interval has no instant, such as a day that its zone skipped. */
  public boolean isEmpty() {
    return !start.isBefore(end);
  }

  /** Returns true if both intervals share an instant. Intervals that only touch do not. */
  public boolean overlaps(Interval other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
