package calendar.client.time;

import java.time.LocalTime;

/**
 * A time of day.
 *
 * @param endOfDay true for 24:00, which is the start of the next day
 */
record ClockTime(LocalTime time, boolean endOfDay) {
  static final ClockTime END_OF_DAY = new ClockTime(LocalTime.MAX, true);

  static ClockTime of(LocalTime time) {
    return new ClockTime(time, false);
  }
}
