package calendar.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import calendar.recurrence.time.LocalStart;
import calendar.recurrence.time.Start;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Windows of starts, and questions about single ones. */
class RecurrenceTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  @Test
  void includesFromAndExcludesUntil() {
    Recurrence daily = timed("2026-12-07T10:00", "RRULE:FREQ=DAILY");
    assertEquals(
        List.of(at("2026-12-09T09:00:00Z"), at("2026-12-10T09:00:00Z")),
        instants(daily.starts(at("2026-12-09T09:00:00Z"), at("2026-12-11T09:00:00Z"), 100)));
  }

  @Test
  void returnsOneMoreThanWanted() {
    Recurrence daily = timed("2026-12-07T10:00", "RRULE:FREQ=DAILY", "RDATE:20261207T120000");
    List<Start> starts = daily.starts(Instant.MIN, at("2030-01-01T00:00:00Z"), 2);
    assertEquals(
        List.of(at("2026-12-07T09:00:00Z"), at("2026-12-07T11:00:00Z"), at("2026-12-08T09:00:00Z")),
        instants(starts));
  }

  @Test
  void findsNearWindowOfOldRule() {
    Recurrence old = timed("0001-01-01T10:00", "RRULE:FREQ=DAILY;INTERVAL=3");
    List<Start> starts = old.starts(at("2026-12-01T00:00:00Z"), at("2026-12-08T00:00:00Z"), 10);
    // 1 December 2026 is 739,950 days after 1 January of the year 1, which is 3 times 246,650.
    assertEquals(
        List.of("2026-12-01T10:00", "2026-12-04T10:00", "2026-12-07T10:00"),
        starts.stream().map(start -> start.local().toString()).toList());
  }

  @Test
  void countsFromTheFirstStart() {
    Recurrence counted = timed("2026-12-07T10:00", "RRULE:FREQ=DAILY;COUNT=3");
    assertEquals(
        List.of(at("2026-12-09T09:00:00Z")),
        instants(counted.starts(at("2026-12-09T00:00:00Z"), Instant.MAX, 10)));
  }

  @Test
  void givesExtraDateBeforeFirstStart() {
    Recurrence weekly = timed("2026-12-07T10:00", "RRULE:FREQ=WEEKLY;COUNT=1", "RDATE:20261201");
    assertEquals(
        List.of(at("2026-12-01T09:00:00Z"), at("2026-12-07T09:00:00Z")),
        instants(weekly.starts(Instant.MIN, Instant.MAX, 10)));
  }

  @Test
  void keepsFractionOfSecond() {
    Recurrence daily =
        timed("2026-12-07T10:00:00.25", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261208T100000");
    assertEquals(
        List.of(at("2026-12-07T09:00:00.25Z"), at("2026-12-09T09:00:00.25Z")),
        instants(daily.starts(Instant.MIN, Instant.MAX, 10)));
    assertTrue(daily.ruleGives(at("2026-12-09T09:00:00.25Z")));
    assertFalse(daily.ruleGives(at("2026-12-09T09:00:00Z")));
  }

  @Test
  void ruleDoesNotGiveExtraOrExcludedDates() {
    Recurrence weekly =
        timed(
            "2026-12-07T10:00",
            "RRULE:FREQ=WEEKLY;COUNT=4",
            "RDATE:20261208T100000",
            "EXDATE:20261214T100000");
    assertTrue(weekly.ruleGives(at("2026-12-07T09:00:00Z")));
    assertFalse(weekly.ruleGives(at("2026-12-08T09:00:00Z")));
    assertFalse(weekly.ruleGives(at("2026-12-14T09:00:00Z")));
    assertTrue(weekly.ruleGives(at("2026-12-28T09:00:00Z")));
    assertFalse(weekly.ruleGives(at("2027-01-04T09:00:00Z")));
    assertFalse(weekly.ruleGives(at("2026-12-21T09:00:01Z")));
  }

  @Test
  void findsNextStartOfRule() {
    Recurrence weekly =
        timed(
            "2026-12-07T10:00",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "RDATE:20261208T100000",
            "EXDATE:20261214T100000");
    assertEquals(Optional.of(at("2026-12-07T09:00:00Z")), first(weekly, Instant.MIN));
    assertEquals(
        Optional.of(at("2026-12-21T09:00:00Z")), first(weekly, at("2026-12-07T09:00:01Z")));
    assertEquals(Optional.empty(), first(weekly, at("2026-12-21T09:00:01Z")));
    assertEquals(Optional.empty(), first(weekly, Instant.MAX));
  }

  @Test
  void findsLeapDayAfterEightYears() {
    Recurrence leap = timed("2096-02-29T10:00", "RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=29");
    assertEquals(Optional.of(at("2104-02-28T23:00:00Z")), first(leap, at("2096-03-01T00:00:00Z")));
  }

  @Test
  void repeatsOnlyDatesWithoutRule() {
    Recurrence dates = timed("2026-12-07T10:00", "RDATE:20261224T100000");
    assertTrue(dates.hasEnd());
    assertTrue(dates.ruleGives(at("2026-12-07T09:00:00Z")));
    assertFalse(dates.ruleGives(at("2026-12-24T09:00:00Z")));
    assertEquals(Optional.empty(), first(dates, at("2026-12-08T00:00:00Z")));
  }

  @Test
  void knowsWhetherItEnds() {
    assertFalse(timed("2026-12-07T10:00", "RRULE:FREQ=DAILY").hasEnd());
    assertTrue(timed("2026-12-07T10:00", "RRULE:FREQ=DAILY;COUNT=2").hasEnd());
    assertTrue(timed("2026-12-07T10:00", "RRULE:FREQ=DAILY;UNTIL=20261224").hasEnd());
  }

  @Test
  void endsWithTheYear9999() {
    Recurrence last = timed("9998-03-01T10:00", "RRULE:FREQ=YEARLY;COUNT=10");
    assertEquals(2, last.starts(Instant.MIN, Instant.MAX, 10).size());
  }

  @Test
  void endlessRuleNeedsAWindow() {
    Recurrence rare =
        timed("2026-01-05T10:00", "RRULE:FREQ=HOURLY;BYDAY=MO;BYMONTHDAY=5;BYHOUR=10");
    assertThrows(IllegalStateException.class, () -> rare.starts(Instant.MIN, Instant.MAX, 4_000));
  }

  @Test
  void ordersByInstant() {
    // 02:30 does not exist and means 03:30: it is after 03:15.
    Recurrence gap = timed("2026-03-29T02:30", "RRULE:FREQ=DAILY;COUNT=1", "RDATE:20260329T031500");
    assertEquals(
        List.of(LocalDateTime.parse("2026-03-29T03:15"), LocalDateTime.parse("2026-03-29T02:30")),
        gap.starts(Instant.MIN, Instant.MAX, 10).stream().map(Start::local).toList());
  }

  @Test
  void servesSeveralThreads() {
    Recurrence weekly = timed("2026-12-07T10:00", "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1");
    Instant until = at("2126-12-07T10:00:00Z");
    List<Start> expected = weekly.starts(Instant.MIN, until, 2_000);
    assertTrue(
        IntStream.range(0, 64)
            .parallel()
            .allMatch(i -> weekly.starts(Instant.MIN, until, 2_000).equals(expected)));
  }

  private static Recurrence timed(String start, String... lines) {
    return Recurrence.of(List.of(lines), new LocalStart(LocalDateTime.parse(start), false, ZONE));
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }

  private static Optional<Instant> first(Recurrence recurrence, Instant from) {
    return recurrence.firstFrom(from).map(Start::instant);
  }

  private static List<Instant> instants(List<Start> starts) {
    return starts.stream().map(Start::instant).toList();
  }
}
