package calendar.client.repeat;

import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an RRULE for which there are words (RFC 5545 section 3.3.10). */
final class RuleLine {
  private static final Pattern NTH_WEEKDAY = Pattern.compile("([+-]?\\d{1,2})([A-Z]{2})");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,4}");

  private final Map<String, String> parts;
  private final ZoneId zone;

  private RuleLine(Map<String, String> parts, ZoneId zone) {
    this.parts = parts;
    this.zone = zone;
  }

  /**
   * Reads the value of an RRULE.
   *
   * @param zone the zone of the words, and of an UNTIL without one
   * @return empty if the rule is not valid, or if there are no words for it
   */
  static Optional<RepeatRule> read(String value, ZoneId zone) {
    Map<String, String> parts = new HashMap<>();
    for (String part : value.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
      String[] pair = part.split("=", 2);
      if (pair.length < 2 || parts.putIfAbsent(pair[0], pair[1]) != null) {
        return Optional.empty();
      }
    }
    return new RuleLine(parts, zone).rule();
  }

  private Optional<RepeatRule> rule() {
    Optional<RepeatUnit> frequency = take("FREQ").flatMap(RepeatUnit::ofFrequency);
    Optional<Integer> interval = take("INTERVAL").map(RuleLine::number).orElse(Optional.of(1));
    Optional<String> weekStart = take("WKST");
    Optional<RepeatEnd> end = end(take("COUNT"), take("UNTIL"));
    if (frequency.isEmpty() || end.isEmpty() || interval.filter(RuleLine::hasWords).isEmpty()) {
      return Optional.empty();
    }
    boolean daysOfWeek =
        frequency.get() == RepeatUnit.DAY && interval.get() == 1 && parts.containsKey("BYDAY");
    RepeatUnit unit = daysOfWeek ? RepeatUnit.WEEK : frequency.get();
    return days(unit)
        .map(days -> new RepeatRule(unit, interval.get(), days, end.get()))
        .filter(rule -> weekStart.isEmpty() || allowsWeekStart(rule, weekStart.get()));
  }

  private Optional<String> take(String part) {
    return Optional.ofNullable(parts.remove(part));
  }

  private static boolean hasWords(int interval) {
    return interval >= 1 && interval <= RepeatGrammar.MOST_UNITS;
  }

  private Optional<RepeatEnd> end(Optional<String> count, Optional<String> until) {
    if (count.isPresent()) {
      return count
          .filter(given -> until.isEmpty())
          .flatMap(RuleLine::number)
          .filter(times -> times >= 1)
          .map(RepeatEnd.Times::new);
    }
    return until.isPresent()
        ? until.flatMap(written -> UntilValue.read(written, zone))
        : Optional.of(new RepeatEnd.Never());
  }

  /** In words, weeks begin on Monday. Only some days of every second or later week show it. */
  private static boolean allowsWeekStart(RepeatRule rule, String weekStart) {
    return weekStart.equals("MO")
        || Weekdays.ofCode(weekStart).isPresent()
            && (rule.interval() == 1
                || !(rule.days() instanceof Weekdays weekdays)
                || weekdays.days().size() == 1);
  }

  private Optional<RepeatDays> days(RepeatUnit unit) {
    Set<String> given = parts.keySet();
    if (given.isEmpty()) {
      return Optional.of(new SameDay());
    }
    return switch (unit) {
      case HOUR, DAY -> Optional.empty();
      case WEEK ->
          given.equals(Set.of("BYDAY"))
              ? all("BYDAY", Weekdays::ofCode).map(Weekdays::of)
              : Optional.empty();
      case MONTH -> monthDays(given).map(days -> days);
      case YEAR -> yearDay(given).map(day -> day);
    };
  }

  private Optional<MonthDays> monthDays(Set<String> given) {
    if (given.equals(Set.of("BYMONTHDAY"))) {
      return all("BYMONTHDAY", item -> number(item).filter(MonthDays.Numbers::isNumber))
          .map(MonthDays.Numbers::of);
    }
    if (given.equals(Set.of("BYDAY"))) {
      return all("BYDAY", RuleLine::nthWeekday).map(MonthDays.NthWeekdays::of);
    }
    // Outlook's form: BYDAY=MO;BYSETPOS=1 is BYDAY=1MO.
    return given.equals(Set.of("BYDAY", "BYSETPOS"))
        ? nthWeekday(parts.get("BYSETPOS") + parts.get("BYDAY"))
            .map(day -> MonthDays.NthWeekdays.of(List.of(day)))
        : Optional.empty();
  }

  private Optional<YearDays> yearDay(Set<String> given) {
    Optional<Month> month =
        Optional.ofNullable(parts.get("BYMONTH"))
            .flatMap(RuleLine::number)
            .filter(number -> number >= 1 && number <= 12)
            .map(Month::of);
    if (given.equals(Set.of("BYMONTH", "BYMONTHDAY"))) {
      return month.flatMap(
          of ->
              number(parts.get("BYMONTHDAY"))
                  .filter(day -> day >= 1 && day <= of.maxLength())
                  .map(day -> new YearDays.Date(MonthDay.of(of, day))));
    }
    return given.equals(Set.of("BYMONTH", "BYDAY"))
        ? month.flatMap(
            of -> nthWeekday(parts.get("BYDAY")).map(day -> new YearDays.Weekday(day, of)))
        : Optional.empty();
  }

  /** The items of a part. Empty if one of them cannot be read. */
  private <T> Optional<List<T>> all(String part, Function<String, Optional<T>> reading) {
    List<Optional<T>> items = Arrays.stream(parts.get(part).split(",", -1)).map(reading).toList();
    return items.stream().allMatch(Optional::isPresent)
        ? Optional.of(items.stream().map(Optional::get).toList())
        : Optional.empty();
  }

  private static Optional<Integer> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<NthWeekday> nthWeekday(String text) {
    Matcher day = NTH_WEEKDAY.matcher(text);
    if (!day.matches() || !NthWeekday.isNumber(Integer.parseInt(day.group(1)))) {
      return Optional.empty();
    }
    int number = Integer.parseInt(day.group(1));
    return Weekdays.ofCode(day.group(2)).map(weekday -> new NthWeekday(number, weekday));
  }
}
