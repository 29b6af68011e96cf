package calendar.client.repeat;

import calendar.client.time.date.DateNames;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Days of a month. */
sealed interface MonthDays extends RepeatDays {

  /**
   * Days by their number, such as the 1st and the 15th.
   *
   * @param days 1 to 31 in order, then {@link #LAST} for the last day; each once
   */
  record Numbers(List<Integer> days) implements MonthDays {
    static final int LAST = -1;
    static final int MOST = 31;
    private static final Comparator<Integer> ORDER =
        Comparator.comparingInt(day -> day == LAST ? MOST + 1 : day);

    static Numbers of(Collection<Integer> days) {
      return new Numbers(days.stream().distinct().sorted(ORDER).toList());
    }

    static boolean isNumber(int day) {
      return day == LAST || day >= 1 && day <= MOST;
    }

    @Override
    public boolean contains(LocalDate day) {
      return days.contains(day.getDayOfMonth())
          || days.contains(LAST) && day.getDayOfMonth() == day.lengthOfMonth();
    }

    @Override
    public String parts() {
      return ";BYMONTHDAY=" + days.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public String words() {
      return " on the " + names("and");
    }

    @Override
    public String name() {
      return "the " + names("or") + (days.contains(LAST) ? " of its month" : "");
    }

    @Override
    public Optional<String> note(LocalDate first, int interval) {
      int shortest = IntStream.range(0, 12).map(n -> length(first, n * interval)).min().orElse(0);
      List<String> missing =
          days.stream().filter(day -> day > shortest).map(String::valueOf).toList();
      return missing.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "months without day %s are left out; 'on the last day' is in every month"
                  .formatted(EnglishList.join(missing, "or")));
    }

    /** The length of a month in years that are not leap years. */
    private static int length(LocalDate first, int monthsLater) {
      Month month = first.getMonth().plus(monthsLater);
      return month.minLength();
    }

    private String names(String last) {
      return EnglishList.join(
          days.stream()
              .map(day -> day == LAST ? "last day" : EnglishList.ordinalDigits(day))
              .toList(),
          last);
    }
  }

  /**
   * Weekdays by their number in the month, such as the first Monday.
   *
   * @param days in {@link NthWeekday#ORDER}, each once
   */
  record NthWeekdays(List<NthWeekday> days) implements MonthDays {
    static NthWeekdays of(Collection<NthWeekday> days) {
      return new NthWeekdays(days.stream().distinct().sorted(NthWeekday.ORDER).toList());
    }

    @Override
    public boolean contains(LocalDate day) {
      return days.stream().anyMatch(nth -> nth.is(day));
    }

    @Override
    public String parts() {
      return ";BYDAY=" + days.stream().map(NthWeekday::code).collect(Collectors.joining(","));
    }

    @Override
    public String words() {
      return " on the " + names(days, "and");
    }

    @Override
    public String name() {
      return "the " + names(days, "or") + " of its month";
    }

    @Override
    public Optional<String> note(LocalDate first, int interval) {
      List<NthWeekday> missing = days.stream().filter(NthWeekday::mayBeMissing).toList();
      return missing.isEmpty()
          ? Optional.empty()
          : Optional.of("months without a %s are left out".formatted(names(missing, "or")));
    }

    /** Formats as {@code first and third Monday}, or {@code first Monday and last Friday}. */
    private static String names(List<NthWeekday> days, String last) {
      boolean sameWeekday = days.stream().map(NthWeekday::weekday).distinct().count() == 1;
      if (!sameWeekday) {
        return EnglishList.join(days.stream().map(NthWeekday::words).toList(), last);
      }
      List<String> numbers = days.stream().map(day -> EnglishList.ordinal(day.number())).toList();
      return EnglishList.join(numbers, last) + " " + DateNames.of(days.get(0).weekday());
    }
  }
}
