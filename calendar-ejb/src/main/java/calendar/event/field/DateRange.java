package calendar.event.field;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of an all-day event.
 *
 * @param start the first day
 * @param end the day after the last day
 */
public record DateRange(LocalDate start, LocalDate end) {

  /** From the first instant of the first day to the first instant after the last day. */
  public Interval in(ZoneId zone) {
    return Interval.ofDays(start, end, zone);
  }
}
