package calendar.client.time.date;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates in digits with an unambiguous order: year first, or day first with dots. */
final class NumericDate {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern DOTS = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

  private NumericDate() {}

  /**
   * Reads a date. Empty if the word has another form.
   *
   * @throws calendar.client.time.text.TimeInputException if the date does not exist
   */
  static Optional<LocalDate> read(String word) {
    Matcher yearFirst = YEAR_FIRST.matcher(word);
    if (yearFirst.matches()) {
      return Optional.of(date(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4)));
    }
    Matcher dots = DOTS.matcher(word);
    return dots.matches()
        ? Optional.of(date(dots.group(3), dots.group(2), dots.group(1)))
        : Optional.empty();
  }

  private static LocalDate date(String year, String month, String day) {
    return CalendarDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }
}
