package calendar.client.repeat;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import calendar.client.time.date.DateNames;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Days of every week.
 *
 * @param days from Monday to Sunday, each once
 */
record Weekdays(List<DayOfWeek> days) implements RepeatDays {
  static final Weekdays WORKDAYS = of(EnumSet.range(MONDAY, FRIDAY));
  static final Weekdays WEEKEND = of(EnumSet.of(SATURDAY, SUNDAY));

  static Weekdays of(Collection<DayOfWeek> days) {
    return new Weekdays(List.copyOf(EnumSet.copyOf(days)));
  }

  /** The form in BYDAY, such as {@code MO}. */
  static String code(DayOfWeek day) {
    return day.name().substring(0, 2);
  }

  /** The weekday of a form in BYDAY. Empty if there is none. */
  static Optional<DayOfWeek> ofCode(String code) {
    return Stream.of(DayOfWeek.values()).filter(day -> code(day).equals(code)).findFirst();
  }

  @Override
  public boolean contains(LocalDate day) {
    return days.contains(day.getDayOfWeek());
  }

  @Override
  public String parts() {
    return ";BYDAY=" + days.stream().map(Weekdays::code).collect(Collectors.joining(","));
  }

  /** The words after "every": {@code weekday}, {@code Monday}, {@code Mon, Wed and Fri}. */
  String everyWords() {
    if (equals(WORKDAYS)) {
      return "weekday";
    }
    if (equals(WEEKEND)) {
      return "weekend";
    }
    return days.size() == 1 ? DateNames.of(days.get(0)) : shortNames();
  }

  @Override
  public String words() {
    return " on " + shortNames();
  }

  @Override
  public String name() {
    return equals(WORKDAYS)
        ? "a weekday"
        : "a " + EnglishList.join(days.stream().map(DateNames::of).toList(), "or");
  }

  private String shortNames() {
    return EnglishList.join(
        days.stream().map(day -> DateNames.of(day).substring(0, 3)).toList(), "and");
  }
}
