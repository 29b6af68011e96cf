package calendar.client.repeat;

import calendar.client.time.date.DateNames;
import calendar.client.time.text.TimeInputException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Reads the days of a repetition: Mon and Wed; 1st and 15th; first Monday; 24 December. */
final class DaysGrammar {
  private static final String WEEKDAY = "a weekday such as Tue";
  private static final String YEAR_DAY = "a date such as '24 December' or 'first Monday of May'";

  private final RepeatWords words;

  DaysGrammar(RepeatWords words) {
    this.words = words;
  }

  /**
   * Reads the days after a unit, with or without "on". Without words for days, it is the same day.
   *
   * @throws TimeInputException if the words do not fit the unit
   */
  RepeatDays after(RepeatUnit unit) {
    return switch (unit) {
      case HOUR, DAY -> new SameDay();
      case WEEK -> takeStart(words::isWeekday) ? weekdays() : new SameDay();
      case MONTH ->
          takeStart(words::isOrdinal) ? new MonthDaysGrammar(words).read() : new SameDay();
      case YEAR ->
          takeStart(() -> words.isOrdinal() || words.isMonth()) ? yearDay() : new SameDay();
    };
  }

  /**
   * Reads weekdays.
   *
   * @throws TimeInputException if there is none
   */
  Weekdays weekdays() {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    do {
      days.add(words.takeWeekday().orElseThrow(() -> words.expected(WEEKDAY)));
    } while (words.takeSeparator(words::isWeekday));
    return Weekdays.of(days);
  }

  /** Reads "on" and "the". Returns true if days must follow, or follow without these words. */
  private boolean takeStart(BooleanSupplier isDay) {
    boolean on = words.take("on");
    boolean the = words.take("the");
    return on || the || isDay.getAsBoolean();
  }

  private YearDays yearDay() {
    int position = words.position();
    Optional<Month> first = words.takeMonth();
    int number = words.takeOrdinal(YEAR_DAY);
    if (first.isPresent()) {
      return date(first.get(), number, position);
    }
    Optional<DayOfWeek> weekday = words.takeWeekday();
    if (!words.take("of")) {
      words.take("in");
    }
    Month month = words.takeMonth().orElseThrow(() -> words.expected("a month"));
    return weekday.isPresent()
        ? new YearDays.Weekday(words.nth(number, weekday.get(), position), month)
        : date(month, number, position);
  }

  private YearDays date(Month month, int day, int position) {
    if (day == NthWeekday.LAST) {
      throw words.expected(YEAR_DAY, position);
    }
    if (day < 1 || day > month.maxLength()) {
      throw words.rejected("there is no %d %s".formatted(day, DateNames.of(month)), position);
    }
    return new YearDays.Date(MonthDay.of(month, day));
  }
}
