package calendar.recurrence.rule;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of BYDAY.
 *
 * @param ordinal which one of the month or the year, from the end if negative; 0 for all
 */
record WeekdayPart(int ordinal, DayOfWeek day) {
  private static final List<String> NAMES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Pattern ENTRY = Pattern.compile("([+-]?[0-9]{1,2})?([A-Z]{2})");
  private static final int WEEKS_OF_YEAR = 53;

  /**
   * Reads BYDAY: each entry once.
   *
   * @throws RefusedException if an entry is none, such as "XX", "0MO" or "54MO"
   */
  static List<WeekdayPart> read(String value) {
    return Arrays.stream(value.split(",", -1)).map(WeekdayPart::entry).distinct().toList();
  }

  /**
   * Reads WKST.
   *
   * @throws RefusedException if it is no weekday
   */
  static DayOfWeek weekStart(String value) {
    int day = NAMES.indexOf(value);
    if (day < 0) {
      throw new RefusedException(
          "must have a WKST of MO, TU, WE, TH, FR, SA or SU, %s", RefusedException.found(value));
    }
    return DayOfWeek.of(day + 1);
  }

  static String name(DayOfWeek day) {
    return NAMES.get(day.getValue() - 1);
  }

  @Override
  public String toString() {
    return (ordinal == 0 ? "" : ordinal) + name(day);
  }

  private static WeekdayPart entry(String text) {
    Matcher entry = ENTRY.matcher(text);
    if (entry.matches() && NAMES.contains(entry.group(2))) {
      DayOfWeek day = DayOfWeek.of(NAMES.indexOf(entry.group(2)) + 1);
      if (entry.group(1) == null) {
        return new WeekdayPart(0, day);
      }
      int ordinal = Integer.parseInt(entry.group(1));
      if (ordinal != 0 && Math.abs(ordinal) <= WEEKS_OF_YEAR) {
        return new WeekdayPart(ordinal, day);
      }
    }
    throw new RefusedException(
        "must have a BYDAY such as MO, 1MO or -1MO, with 1 to 53, %s",
        RefusedException.found(text));
  }
}
