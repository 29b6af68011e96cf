package calendar.client.time.date;

import calendar.client.time.text.TimeInputException;
import calendar.client.time.text.WordReader;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Optional;

/** Reads a date: today, next Friday, 2026-12-01, 1 Dec 2026, Dec 1, Tue 1 Dec. */
public final class DateGrammar {
  private static final String YEAR = "\\d{4}";
  private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";

  /** After a month name, four digits below this are probably a time, as in "Nov 30 1430". */
  private static final int FIRST_YEAR = 1900;

  private DateGrammar() {}

  /**
   * Reads a date. Empty, and no word is read, if the next words are not a date.
   *
   * @throws TimeInputException if the date does not exist, or is ambiguous
   */
  public static Optional<DatePart> read(WordReader words) {
    return relative(words)
        .or(() -> thisOrNext(words))
        .or(() -> weekday(words))
        .or(() -> absolute(words));
  }

  private static Optional<DatePart> relative(WordReader words) {
    Optional<DatePart> date =
        switch (words.peek(0)) {
          case "today" -> Optional.of(new DatePart.FromToday(0));
          case "tomorrow" -> Optional.of(new DatePart.FromToday(1));
          case "yesterday" -> Optional.of(new DatePart.FromToday(-1));
          default -> Optional.empty();
        };
    return take(words, 1, date);
  }

  private static Optional<DatePart> thisOrNext(WordReader words) {
    Optional<DayOfWeek> weekday = DateNames.weekday(words.peek(1));
    return switch (words.peek(0)) {
      case "this" -> take(words, 2, weekday.map(DatePart.Coming::new));
      case "next" -> take(words, 2, weekday.map(DatePart.NextWeek::new));
      default -> Optional.empty();
    };
  }

  private static Optional<DatePart> weekday(WordReader words) {
    Optional<DayOfWeek> weekday = DateNames.weekday(words.peek(0));
    if (weekday.isEmpty()) {
      return Optional.empty();
    }
    words.skip(1);
    return absolute(words)
        .<DatePart>map(date -> new DatePart.Checked(weekday.get(), date))
        .or(() -> weekday.map(DatePart.Coming::new));
  }

  private static Optional<DatePart> absolute(WordReader words) {
    UnclearDate.reject(words.peek(0));
    Optional<DatePart> digits = NumericDate.read(words.peek(0)).map(DatePart.Complete::new);
    return take(words, 1, digits)
        .or(() -> dayAndMonth(words, words.peek(0), words.peek(1)))
        .or(() -> dayAndMonth(words, words.peek(1), words.peek(0)));
  }

  private static Optional<DatePart> dayAndMonth(
      WordReader words, String dayWord, String monthWord) {
    Optional<Month> month = DateNames.month(monthWord);
    if (month.isEmpty() || !dayWord.matches(DAY)) {
      return Optional.empty();
    }
    int day = Integer.parseInt(dayWord.replaceAll("\\D", ""));
    String year = words.peek(2);
    return year.matches(YEAR)
        ? take(words, 3, Optional.of(complete(year, month.get(), day)))
        : take(words, 2, Optional.of(new DatePart.Yearless(CalendarDate.of(month.get(), day))));
  }

  private static DatePart complete(String year, Month month, int day) {
    if (Integer.parseInt(year) < FIRST_YEAR) {
      throw new TimeInputException(
          "is '%s' a year? Write a time with a colon, such as 14:30".formatted(year));
    }
    return new DatePart.Complete(CalendarDate.of(Integer.parseInt(year), month, day));
  }

  private static Optional<DatePart> take(
      WordReader words, int count, Optional<? extends DatePart> date) {
    date.ifPresent(found -> words.skip(count));
    return date.map(found -> found);
  }
}
