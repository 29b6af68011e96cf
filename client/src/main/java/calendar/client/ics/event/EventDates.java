package calendar.client.ics.event;

import java.time.LocalDate;

/**
 * The days of an all-day event.
 *
 * @param start the first day
 * @param end the day after the last day
 */
public record EventDates(LocalDate start, LocalDate end) {

  /** The last day of the event. */
  public LocalDate lastDay() {
    return end.minusDays(1);
  }
}
