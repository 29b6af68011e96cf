package calendar.client.time.date;

import calendar.client.time.text.TimeInputException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/** Creates dates from numbers. Rejects dates that do not exist. */
final class CalendarDate {
  private CalendarDate() {}

  static LocalDate of(int year, int month, int day) {
    if (year == 0) {
      throw new TimeInputException("there is no year 0");
    }
    return of(year, month(month), day);
  }

  static LocalDate of(int year, Month month, int day) {
    MonthDay monthDay = of(month, day);
    if (!monthDay.isValidYear(year)) {
      throw new TimeInputException("%d has no 29 February".formatted(year));
    }
    return monthDay.atYear(year);
  }

  static MonthDay of(Month month, int day) {
    if (day < 1 || day > month.maxLength()) {
      throw new TimeInputException("there is no %d %s".formatted(day, DateNames.of(month)));
    }
    return MonthDay.of(month, day);
  }

  static Month month(int month) {
    if (month < 1 || month > 12) {
      throw new TimeInputException("there is no month %d".formatted(month));
    }
    return Month.of(month);
  }
}
