package calendar.client.repeat;

import calendar.client.time.date.DateNames;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;

/** A day of a year. */
sealed interface YearDays extends RepeatDays {

  /** A day of a month, such as 24 December. */
  record Date(MonthDay day) implements YearDays {
    private static final MonthDay LEAP_DAY = MonthDay.of(Month.FEBRUARY, 29);

    @Override
    public boolean contains(LocalDate date) {
      return MonthDay.from(date).equals(day);
    }

    @Override
    public String parts() {
      return ";BYMONTH=%d;BYMONTHDAY=%d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    @Override
    public String words() {
      return " on " + name();
    }

    @Override
    public String name() {
      return day.getDayOfMonth() + " " + DateNames.of(day.getMonth());
    }

    @Override
    public Optional<String> note(LocalDate first, int interval) {
      return day.equals(LEAP_DAY)
          ? Optional.of("years without 29 February are left out")
          : Optional.empty();
    }
  }

  /** A weekday of a month, such as the fourth Thursday of November. */
  record Weekday(NthWeekday day, Month month) implements YearDays {
    @Override
    public boolean contains(LocalDate date) {
      return date.getMonth() == month && day.is(date);
    }

    @Override
    public String parts() {
      return ";BYMONTH=%d;BYDAY=%s".formatted(month.getValue(), day.code());
    }

    @Override
    public String words() {
      return " on " + name();
    }

    @Override
    public String name() {
      return "the " + dayOfMonth();
    }

    @Override
    public Optional<String> note(LocalDate first, int interval) {
      return day.mayBeMissing()
          ? Optional.of("years without a %s are left out".formatted(dayOfMonth()))
          : Optional.empty();
    }

    private String dayOfMonth() {
      return day.words() + " of " + DateNames.of(month);
    }
  }
}
