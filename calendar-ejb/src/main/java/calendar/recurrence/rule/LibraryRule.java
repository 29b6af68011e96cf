package calendar.recurrence.rule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * A rule in the form in which lib-recur expands it rightly (decision 0021): without end, and with
 * every part that the first start implies. So it can be expanded from the beginning of any period.
 * Immutable.
 */
final class LibraryRule {
  private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);
  private static final int EMPTY_SETS = 1_000;
  private static final int EMPTY_DAYS_OR_HOURS = 4_320;
  private static final int DAYS_OF_YEAR = 365;
  private static final int LAST_WEEK = 53;

  private final RuleParts parts;
  private final LocalDateTime first;
  private final WeekFields weeks;
  private final String text;

  /**
   * @throws RefusedException if the library would expand it wrongly
   */
  LibraryRule(RuleParts parts, LocalDateTime first) {
    this.parts = parts;
    this.first = first;
    this.weeks = Periods.weeksFrom(parts.weekStart());
    this.text = explicit();
    if (parts.has(ByPart.BYSETPOS) && isLeftOut()) {
      throw new RefusedException(
          "must not have BYSETPOS beside BYWEEKNO=53 or beside BYWEEKNO with BYMONTH");
    }
  }

  /** Returns true if {@link #isRight} leaves out days of weeks, which BYSETPOS must not count. */
  private boolean isLeftOut() {
    return parts.has(ByPart.BYWEEKNO)
        && (parts.has(ByPart.BYMONTH)
            || parts.get(ByPart.BYWEEKNO).stream().anyMatch(week -> Math.abs(week) == LAST_WEEK));
  }

  /**
   * Starts to expand the rule.
   *
   * @param period where a period begins
   */
  Expansion from(LocalDateTime period) {
    return new Expansion(
        period
            .withHour(
                parts.frequency() == Frequency.HOURLY
                    ? period.getHour()
                    : parts.has(ByPart.BYHOUR) ? 0 : first.getHour())
            .withMinute(parts.has(ByPart.BYMINUTE) ? 0 : first.getMinute())
            .withSecond(parts.has(ByPart.BYSECOND) ? 0 : first.getSecond()));
  }

  /**
   * After how many periods without a match the library gives up, at least: in a row, after the last
   * match.
   */
  int periodsBeforeGivingUp() {
    return parts.frequency().isWithinDay() && !parts.has(ByPart.BYSETPOS)
        ? EMPTY_DAYS_OR_HOURS
        : EMPTY_SETS;
  }

  /** What the library gives, from one period on. Not thread-safe. */
  final class Expansion {
    private RecurrenceRuleIterator library;

    private Expansion(LocalDateTime begin) {
      try {
        library =
            new RecurrenceRule(text, RfcMode.RFC5545_STRICT)
                .iterator(begin.toEpochSecond(ZoneOffset.UTC) * 1000, UTC);
      } catch (InvalidRecurrenceRuleException unexpected) {
        throw new IllegalStateException("lib-recur refuses " + text, unexpected);
      } catch (IllegalArgumentException | IllegalStateException gaveUp) {
        library = null;
      }
    }

    /** The next candidate, or null if the library gave up. */
    LocalDateTime next() {
      if (library == null) {
        return null;
      }
      long second = Math.floorDiv(library.peekMillis(), 1000);
      try {
        library.nextMillis();
      } catch (IllegalArgumentException | IllegalStateException gaveUp) {
        library = null;
      }
      return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }
  }

  /**
   * Checks a candidate for what the library gets wrong: days of a year counted from its end, week
   * 53 in years that have none, and weeks that lie in two months.
   */
  boolean isRight(LocalDate date) {
    return (!parts.has(ByPart.BYYEARDAY)
            || isOneOf(ByPart.BYYEARDAY, date.getDayOfYear(), date.lengthOfYear()))
        && (!parts.has(ByPart.BYWEEKNO)
            || !parts.has(ByPart.BYMONTH)
            || parts.get(ByPart.BYMONTH).contains(date.getMonthValue()))
        && (!parts.has(ByPart.BYWEEKNO)
            || isOneOf(
                ByPart.BYWEEKNO,
                date.get(weeks.weekOfWeekBasedYear()),
                (int) date.range(weeks.weekOfWeekBasedYear()).getMaximum()));
  }

  private boolean isOneOf(ByPart part, int number, int last) {
    List<Integer> numbers = parts.get(part);
    return numbers.contains(number) || numbers.contains(number - last - 1);
  }

  private String explicit() {
    Map<ByPart, List<Integer>> numbers = new TreeMap<>(parts.numbers());
    List<WeekdayPart> weekdays = new ArrayList<>(parts.weekdays());
    switch (parts.frequency()) {
      case YEARLY -> implyInYear(numbers, weekdays);
      case MONTHLY -> {
        if (weekdays.isEmpty()) {
          numbers.putIfAbsent(ByPart.BYMONTHDAY, List.of(first.getDayOfMonth()));
        }
      }
      case WEEKLY -> implyWeekday(weekdays);
      case HOURLY -> numbers.computeIfPresent(ByPart.BYYEARDAY, (part, days) -> fromStart(days));
      default -> {}
    }
    Stream<String> head =
        Stream.of(
            "FREQ=" + parts.frequency(),
            "INTERVAL=" + parts.interval(),
            "WKST=" + WeekdayPart.name(parts.weekStart()));
    Stream<String> lists = numbers.entrySet().stream().map(e -> list(e.getKey(), e.getValue()));
    Stream<String> days = weekdays.isEmpty() ? Stream.of() : Stream.of(list("BYDAY", weekdays));
    return Stream.of(head, lists, days).flatMap(part -> part).collect(Collectors.joining(";"));
  }

  private void implyInYear(Map<ByPart, List<Integer>> numbers, List<WeekdayPart> weekdays) {
    if (numbers.containsKey(ByPart.BYWEEKNO)) {
      numbers.remove(ByPart.BYMONTH);
    }
    if (numbers.containsKey(ByPart.BYMONTHDAY)) {
      if (!numbers.containsKey(ByPart.BYWEEKNO) && !numbers.containsKey(ByPart.BYYEARDAY)) {
        numbers.putIfAbsent(ByPart.BYMONTH, IntStream.rangeClosed(1, 12).boxed().toList());
      }
    } else if (numbers.containsKey(ByPart.BYWEEKNO)) {
      if (!numbers.containsKey(ByPart.BYYEARDAY)) {
        implyWeekday(weekdays);
      }
    } else if (!numbers.containsKey(ByPart.BYYEARDAY) && weekdays.isEmpty()) {
      numbers.putIfAbsent(ByPart.BYMONTH, List.of(first.getMonthValue()));
      numbers.put(ByPart.BYMONTHDAY, List.of(first.getDayOfMonth()));
    }
  }

  private void implyWeekday(List<WeekdayPart> weekdays) {
    if (weekdays.isEmpty()) {
      weekdays.add(new WeekdayPart(0, first.getDayOfWeek()));
    }
  }

  /** The library counts days from the end of a year wrongly; {@link #isRight} checks them again. */
  private static List<Integer> fromStart(List<Integer> yearDays) {
    TreeSet<Integer> days = new TreeSet<>();
    for (int day : yearDays) {
      if (day > 0) {
        days.add(day);
      } else {
        days.add(DAYS_OF_YEAR + 2 + day);
        days.add(Math.max(1, DAYS_OF_YEAR + 1 + day));
      }
    }
    return List.copyOf(days);
  }

  private static String list(Object part, List<?> values) {
    return part + "=" + values.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
