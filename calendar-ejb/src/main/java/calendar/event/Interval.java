package calendar.event;

import calendar.error.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A half-open stretch of time (AIP-142): it holds its start and no longer its end.
 *
 * @param start its first instant
 * @param end the first instant after it
 */
public record Interval(Instant start, Instant end) {

  /**
   * An interval as a client sends it, cut off below the microsecond. Notes as violations what is
   * missing or out of range, and an end that is not after the start; then the interval must not be
   * used.
   */
  public static Interval checked(Instant sentStart, Instant sentEnd, Violations violations) {
    Instant start = EventDraft.truncated(sentStart);
    Instant end = EventDraft.truncated(sentEnd);
    boolean startsWell = EventRules.time(start, "start_time", violations);
    boolean endsWell = EventRules.time(end, "end_time", violations);
    if (startsWell && endsWell) {
      violations.require(end.isAfter(start), "end_time", "must be after start_time");
    }
    return new Interval(start, end);
  }

  /** The day as its zone counts it: 23, 24 or 25 hours, some zones once skipped one altogether. */
  public static Interval day(LocalDate date, ZoneId zone) {
    return between(date, date.plusDays(1), zone);
  }

  /** Seven days from the given one on. */
  public static Interval week(LocalDate firstDay, ZoneId zone) {
    return between(firstDay, firstDay.plusWeeks(1), zone);
  }

  /**
   * From the given day to the same day of the next month, or to that month's last day where it is
   * shorter: from 31 January to 28 or 29 February.
   */
  public static Interval month(LocalDate firstDay, ZoneId zone) {
    return between(firstDay, firstDay.plusMonths(1), zone);
  }

  private static Interval between(LocalDate first, LocalDate next, ZoneId zone) {
    return new Interval(first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
  }

  /** Whether it holds no instant, as a day does that its zone skipped. */
  public boolean isEmpty() {
    return !start.isBefore(end);
  }

  /** Whether the two share an instant; touching is not overlapping. */
  public boolean overlaps(Interval other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
