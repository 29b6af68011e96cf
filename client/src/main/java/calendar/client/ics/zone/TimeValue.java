package calendar.client.ics.zone;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A date or time of a VTIMEZONE.
 *
 * @param second of the day; 86,400 is the end of the day
 * @param dateOnly whether the file gives a date without a time
 * @param utc whether the value is in UTC, not in local time
 */
record TimeValue(LocalDate date, int second, boolean dateOnly, boolean utc) {
  static final int SECONDS_OF_DAY = 24 * 60 * 60;

  boolean endOfDay() {
    return second == SECONDS_OF_DAY;
  }

  LocalDateTime dateTime() {
    return date.atStartOfDay().plusSeconds(second);
  }
}
