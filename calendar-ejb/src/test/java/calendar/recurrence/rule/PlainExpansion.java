package calendar.recurrence.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Expands a rule in the plainest way, to compare: looks at every day of each period, keeps those
 * that fit all parts, adds the times of day, and then applies BYSETPOS. Slow.
 */
final class PlainExpansion {
  private final RuleParts parts;
  private final LocalDateTime first;
  private final WeekFields weeks;

  PlainExpansion(RuleParts parts, LocalDateTime first) {
    this.parts = parts;
    this.first = first;
    this.weeks = WeekFields.of(parts.weekStart(), 4);
  }

  /** The first starts, of so many periods at most. */
  List<LocalDateTime> starts(int periods, int most) {
    List<LocalDateTime> found = new ArrayList<>();
    for (int i = 0; i < periods && found.size() < most; i++) {
      List<LocalDateTime> set = set((long) i * parts.interval());
      for (int position = 0; position < set.size(); position++) {
        if (isChosen(position, set.size()) && !set.get(position).isBefore(first)) {
          found.add(set.get(position));
        }
      }
    }
    return found.subList(0, Math.min(most, found.size()));
  }

  private boolean isChosen(int position, int size) {
    List<Integer> chosen = parts.get(ByPart.BYSETPOS);
    return chosen.isEmpty() || chosen.contains(position + 1) || chosen.contains(position - size);
  }

  private List<LocalDateTime> set(long steps) {
    if (parts.frequency() == Frequency.HOURLY) {
      LocalDateTime hour = first.truncatedTo(ChronoUnit.HOURS).plusHours(steps);
      boolean fits = fits(hour.toLocalDate()) && fitsOrUnset(ByPart.BYHOUR, hour.getHour());
      return fits ? times(hour.toLocalDate(), List.of(hour.getHour())) : List.of();
    }
    List<Integer> hours = orElse(ByPart.BYHOUR, first.getHour());
    return days(steps).stream()
        .filter(this::fits)
        .flatMap(day -> times(day, hours).stream())
        .toList();
  }

  private List<LocalDateTime> times(LocalDate day, List<Integer> hours) {
    List<LocalDateTime> times = new ArrayList<>();
    for (int hour : hours) {
      for (int minute : orElse(ByPart.BYMINUTE, first.getMinute())) {
        for (int second : orElse(ByPart.BYSECOND, first.getSecond())) {
          times.add(day.atTime(hour, minute, second));
        }
      }
    }
    return times;
  }

  private List<LocalDate> days(long steps) {
    LocalDate day = first.toLocalDate();
    return switch (parts.frequency()) {
      case YEARLY -> parts.has(ByPart.BYWEEKNO) ? weekYear(steps) : year(day.getYear() + steps);
      case MONTHLY -> range(day.withDayOfMonth(1).plusMonths(steps), LocalDate::lengthOfMonth);
      case WEEKLY -> range(day.with(weeks.dayOfWeek(), 1).plusWeeks(steps), week -> 7);
      case DAILY, HOURLY -> List.of(day.plusDays(steps));
    };
  }

  private static List<LocalDate> year(long year) {
    return range(LocalDate.of((int) year, 1, 1), LocalDate::lengthOfYear);
  }

  private List<LocalDate> weekYear(long steps) {
    int year = (int) (first.get(weeks.weekBasedYear()) + steps);
    return IntStream.rangeClosed(year - 1, year + 1)
        .mapToObj(PlainExpansion::year)
        .flatMap(List::stream)
        .filter(day -> day.get(weeks.weekBasedYear()) == year)
        .toList();
  }

  private static List<LocalDate> range(LocalDate begin, ToIntFunction<LocalDate> days) {
    IntFunction<LocalDate> day = begin::plusDays;
    return IntStream.range(0, days.applyAsInt(begin)).mapToObj(day).toList();
  }

  private boolean fits(LocalDate day) {
    boolean days =
        parts.has(ByPart.BYMONTHDAY) || parts.has(ByPart.BYYEARDAY) || !parts.weekdays().isEmpty();
    boolean fitsImplied =
        switch (parts.frequency()) {
          case YEARLY -> days || fitsStartInYear(day);
          case MONTHLY -> days || day.getDayOfMonth() == first.getDayOfMonth();
          case WEEKLY -> days || day.getDayOfWeek() == first.getDayOfWeek();
          case DAILY, HOURLY -> true;
        };
    return fitsImplied
        && fitsOrUnset(ByPart.BYMONTH, day.getMonthValue())
        && fitsOrUnset(ByPart.BYWEEKNO, day.get(weeks.weekOfWeekBasedYear()), weeksOf(day))
        && fitsOrUnset(ByPart.BYYEARDAY, day.getDayOfYear(), day.lengthOfYear())
        && fitsOrUnset(ByPart.BYMONTHDAY, day.getDayOfMonth(), day.lengthOfMonth())
        && fitsWeekday(day);
  }

  private boolean fitsStartInYear(LocalDate day) {
    if (parts.has(ByPart.BYWEEKNO)) {
      return day.getDayOfWeek() == first.getDayOfWeek();
    }
    return day.getDayOfMonth() == first.getDayOfMonth()
        && (parts.has(ByPart.BYMONTH) || day.getMonth() == first.getMonth());
  }

  private int weeksOf(LocalDate day) {
    return (int) day.range(weeks.weekOfWeekBasedYear()).getMaximum();
  }

  private boolean fitsWeekday(LocalDate day) {
    if (parts.weekdays().isEmpty()) {
      return true;
    }
    boolean inMonth = parts.frequency() == Frequency.MONTHLY || parts.has(ByPart.BYMONTH);
    int number = inMonth ? day.getDayOfMonth() : day.getDayOfYear();
    int length = inMonth ? day.lengthOfMonth() : day.lengthOfYear();
    int fromStart = (number - 1) / 7 + 1;
    int fromEnd = -((length - number) / 7 + 1);
    DayOfWeek weekday = day.getDayOfWeek();
    return parts.weekdays().contains(new WeekdayPart(0, weekday))
        || parts.weekdays().contains(new WeekdayPart(fromStart, weekday))
        || parts.weekdays().contains(new WeekdayPart(fromEnd, weekday));
  }

  private boolean fitsOrUnset(ByPart part, int number) {
    return !parts.has(part) || parts.get(part).contains(number);
  }

  private boolean fitsOrUnset(ByPart part, int number, int last) {
    return fitsOrUnset(part, number) || parts.get(part).contains(number - last - 1);
  }

  private List<Integer> orElse(ByPart part, int implied) {
    return parts.has(part) ? parts.get(part) : List.of(implied);
  }
}
