package calendar.client.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are read as the rule that they describe, for every day and every end. */
class RepeatRoundTripTest {
  private static final LocalDateTime START = LocalDateTime.parse("2027-03-01T10:00");
  private static final List<Integer> INTERVALS = List.of(1, 2, 3, 12, 999);
  private static final List<RepeatEnd> ENDS =
      List.of(
          new RepeatEnd.Never(),
          new RepeatEnd.Times(1),
          new RepeatEnd.Times(9_999),
          new RepeatEnd.LastDay(LocalDate.of(2027, 6, 30)),
          new RepeatEnd.LastDay(LocalDate.of(9999, 12, 31)),
          new RepeatEnd.LastTime(Instant.parse("2027-06-30T08:00:00Z")),
          new RepeatEnd.LastTime(Instant.parse("2027-06-30T08:00:01Z")),
          new RepeatEnd.LastTime(Instant.parse("2027-10-31T00:30:00Z")),
          new RepeatEnd.LastTime(Instant.parse("2027-10-31T01:30:00Z")));

  @ParameterizedTest
  @EnumSource
  void readsItsOwnWords(RepeatUnit unit) {
    forEachRule(
        unit,
        rule -> {
          String words = rule.words(Repetitions.BRUSSELS);
          assertThat(Repetitions.parse(words)).as(words).isEqualTo(rule);
        });
  }

  @ParameterizedTest
  @EnumSource
  void readsWordsOfItsLines(RepeatUnit unit) {
    forEachRule(
        unit,
        rule -> {
          LocalDateTime start = firstStart(rule.days());
          String line = rule.rrule(start, Repetitions.BRUSSELS, false);
          String words = RecurrenceText.of(List.of(line), Repetitions.BRUSSELS);
          assertThat(Repetitions.rrule(words, start)).as(words).isEqualTo(line);
        });
  }

  @Test
  void readsEndsOfAllDaySeries() {
    String line =
        Repetitions.parse("every day until 30 Jun 2027").rrule(START, Repetitions.BRUSSELS, true);
    String words = RecurrenceText.of(List.of(line), Repetitions.BRUSSELS);

    assertThat(Repetitions.parse(words).rrule(START, Repetitions.BRUSSELS, true)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Brussels",
        "America/New_York",
        "America/Havana",
        "America/Sao_Paulo",
        "Africa/Cairo",
        "Africa/Monrovia",
        "Asia/Beirut",
        "Australia/Lord_Howe",
        "Pacific/Apia"
      })
  void readsEndsNearClockChanges(String name) {
    ZoneId zone = ZoneId.of(name);
    Instant change = Instant.parse("1901-01-01T00:00:00Z");
    LocalDateTime start = LocalDateTime.parse("1900-06-01T10:00");
    for (int count = 0; count < 100; count++) {
      ZoneOffsetTransition next = zone.getRules().nextTransition(change);
      if (next == null) {
        break;
      }
      change = next.getInstant();
      for (long seconds : List.of(-5400L, -1800L, -1L, 0L, 1L, 1800L, 5400L)) {
        RepeatEnd end = new RepeatEnd.LastTime(change.plusSeconds(seconds));
        String line =
            new RepeatRule(RepeatUnit.DAY, 1, new SameDay(), end).rrule(start, zone, false);
        String words = RecurrenceText.of(List.of(line), zone);
        assertThat(Repetitions.parse(words, zone).rrule(start, zone, false))
            .as(words)
            .isEqualTo(line);
      }
    }
  }

  /**
   * All combinations of intervals and ends with the day of the first start. Other days take turns
   * with the combinations, three for each.
   */
  private static void forEachRule(RepeatUnit unit, Consumer<RepeatRule> check) {
    List<RepeatEnd> ends = ends(unit);
    int combinations = ends.size() * INTERVALS.size();
    int turn = 0;
    for (RepeatDays days : days(unit)) {
      int checked = days instanceof SameDay ? combinations : 3;
      for (int i = 0; i < checked; i++, turn++) {
        int interval = INTERVALS.get(turn % INTERVALS.size());
        RepeatEnd end = ends.get(turn / INTERVALS.size() % ends.size());
        check.accept(new RepeatRule(unit, interval, days, end));
      }
    }
  }

  private static List<RepeatDays> days(RepeatUnit unit) {
    List<RepeatDays> days = new ArrayList<>(List.of(new SameDay()));
    switch (unit) {
      case HOUR, DAY -> {}
      case WEEK -> sets().map(Weekdays::of).forEach(days::add);
      case MONTH -> {
        numbers().map(MonthDays.Numbers::of).forEach(days::add);
        nthWeekdays().map(MonthDays.NthWeekdays::of).forEach(days::add);
      }
      case YEAR -> {
        LocalDate.of(2028, 1, 1)
            .datesUntil(LocalDate.of(2029, 1, 1))
            .map(day -> new YearDays.Date(MonthDay.from(day)))
            .forEach(days::add);
        everyNthWeekday()
            .flatMap(day -> Stream.of(Month.values()).map(of -> new YearDays.Weekday(day, of)))
            .forEach(days::add);
      }
    }
    return days;
  }

  /** Also "for 10 weeks". */
  private static List<RepeatEnd> ends(RepeatUnit unit) {
    List<RepeatEnd> ends = new ArrayList<>(ENDS);
    for (RepeatUnit of : RepeatUnit.values()) {
      if (of != RepeatUnit.HOUR || unit == RepeatUnit.HOUR) {
        ends.add(new RepeatEnd.Period(1, of));
        ends.add(new RepeatEnd.Period(10, of));
      }
    }
    return ends;
  }

  /** All sets of weekdays but the empty one. */
  private static Stream<Set<DayOfWeek>> sets() {
    return IntStream.range(1, 1 << 7)
        .mapToObj(
            bits -> {
              Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
              Stream.of(DayOfWeek.values())
                  .filter(day -> (bits >> day.ordinal() & 1) == 1)
                  .forEach(days::add);
              return days;
            });
  }

  /** Each day of a month, alone and with two others. */
  private static Stream<List<Integer>> numbers() {
    return IntStream.rangeClosed(1, 32)
        .map(day -> day == 32 ? MonthDays.Numbers.LAST : day)
        .boxed()
        .flatMap(day -> Stream.of(List.of(day), List.of(day, 15), List.of(1, day, -1)));
  }

  private static Stream<List<NthWeekday>> nthWeekdays() {
    NthWeekday lastFriday = new NthWeekday(NthWeekday.LAST, DayOfWeek.FRIDAY);
    return everyNthWeekday()
        .flatMap(
            day ->
                Stream.of(
                    List.of(day),
                    List.of(day, new NthWeekday(1, day.weekday())),
                    List.of(day, lastFriday)));
  }

  private static Stream<NthWeekday> everyNthWeekday() {
    return Stream.of(1, 2, 3, 4, 5, NthWeekday.LAST)
        .flatMap(number -> Stream.of(DayOfWeek.values()).map(day -> new NthWeekday(number, day)));
  }

  /** A start before all ends. A fifth weekday in February may be 40 years away. */
  private static LocalDateTime firstStart(RepeatDays days) {
    LocalDate first = LocalDate.of(1980, 1, 1);
    return first
        .datesUntil(first.plusYears(45))
        .filter(days::contains)
        .findFirst()
        .orElseThrow()
        .atTime(10, 0);
  }
}
