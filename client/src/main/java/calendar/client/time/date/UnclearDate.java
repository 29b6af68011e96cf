package calendar.client.time.date;

import calendar.client.time.text.TimeInputException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rejects dates in digits whose order differs between countries, such as 01/12/2026. Rejects them
 * even if only one order gives a valid date, so that a form does not work on some days only.
 */
final class UnclearDate {
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/](\\d{1,2})(?:[-/](\\d{4}))?");
  private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}([-/.])\\d{1,2}\\1\\d{2}");

  private UnclearDate() {}

  /**
   * @throws TimeInputException if the word has this form; the message shows a valid form
   */
  static void reject(String word) {
    if (SHORT_YEAR.matcher(word).matches()) {
      throw new TimeInputException(
          "which year is in '%s'? Write the date like 2026-12-31".formatted(word));
    }
    Matcher form = YEAR_LAST.matcher(word);
    if (form.matches()) {
      int first = Integer.parseInt(form.group(1));
      int second = Integer.parseInt(form.group(2));
      throw rejection(word, first, second, form.group(3));
    }
  }

  private static TimeInputException rejection(String word, int first, int second, String year) {
    List<String> readings =
        Stream.of(reading(first, second, year), reading(second, first, year))
            .filter(reading -> !reading.isEmpty())
            .distinct()
            .toList();
    return switch (readings.size()) {
      case 0 -> new TimeInputException("there is no date %s".formatted(word));
      case 1 -> new TimeInputException("write '%s' as '%s'".formatted(word, readings.get(0)));
      default ->
          new TimeInputException(
              "day or month first in '%s'? Write '%s' or '%s'"
                  .formatted(word, readings.get(0), readings.get(1)));
    };
  }

  /** A valid form of the date; empty if the date does not exist. */
  private static String reading(int day, int month, String year) {
    try {
      return year == null
          ? day + " " + DateNames.of(CalendarDate.of(CalendarDate.month(month), day).getMonth())
          : CalendarDate.of(Integer.parseInt(year), month, day).toString();
    } catch (TimeInputException noSuchDate) {
      return "";
    }
  }
}
