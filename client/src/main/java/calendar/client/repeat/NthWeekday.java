package calendar.client.repeat;

import calendar.client.time.date.DateNames;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;

/**
 * One weekday of a month, such as its first Monday.
 *
 * @param number 1 to 5, or {@link #LAST}
 */
record NthWeekday(int number, DayOfWeek weekday) {
  static final int LAST = -1;
  static final int MOST = 5;

  /** By number, the last one at the end, then by weekday. */
  static final Comparator<NthWeekday> ORDER =
      Comparator.<NthWeekday>comparingInt(day -> day.number == LAST ? MOST + 1 : day.number)
          .thenComparing(NthWeekday::weekday);

  static boolean isNumber(int number) {
    return number == LAST || number >= 1 && number <= MOST;
  }

  boolean is(LocalDate day) {
    return day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(number, weekday)));
  }

  /** Returns true if some months do not have this day. */
  boolean mayBeMissing() {
    return number == MOST;
  }

  /** The form in BYDAY, such as {@code 1MO}. */
  String code() {
    return number + Weekdays.code(weekday);
  }

  /** Formats as {@code first Monday}. */
  String words() {
    return EnglishList.ordinal(number) + " " + DateNames.of(weekday);
  }
}
