package calendar.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import calendar.recurrence.time.LocalStart;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines are accepted, and what a client reads about the others. */
class RecurrenceParseTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final LocalStart MONDAY =
      new LocalStart(LocalDateTime.parse("2026-12-07T10:00"), false, ZONE);
  private static final LocalStart ALL_DAY =
      new LocalStart(LocalDateTime.parse("2026-12-07T00:00"), true, ZONE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=WEEKLY;BYMONTH=13 | must have a BYMONTH of 1 to 12, found \"13\"",
        "FREQ=WEEKLY;BYMONTH=12, | must have a BYMONTH of 1 to 12, found \"\"",
        "FREQ=MONTHLY;BYMONTHDAY=0 | must have a BYMONTHDAY of 1 to 31 or -31 to -1, found \"0\"",
        "FREQ=MONTHLY;BYMONTHDAY=-32 | must have a BYMONTHDAY of 1 to 31 or -31 to -1",
        "FREQ=YEARLY;BYYEARDAY=367 | must have a BYYEARDAY of 1 to 366 or -366 to -1",
        "FREQ=YEARLY;BYWEEKNO=54 | must have a BYWEEKNO of 1 to 53 or -53 to -1",
        "FREQ=DAILY;BYHOUR=24 | must have a BYHOUR of 0 to 23, found \"24\"",
        "FREQ=DAILY;BYMINUTE=60 | must have a BYMINUTE of 0 to 59",
        "FREQ=DAILY;BYSECOND=60 | must have a BYSECOND of 0 to 59",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0 | must have a BYSETPOS of 1 to 366 or -366 to -1",
        "FREQ=WEEKLY;BYDAY=MX | must have a BYDAY such as MO, 1MO or -1MO, with 1 to 53, found \"MX\"",
        "FREQ=MONTHLY;BYDAY=0MO | must have a BYDAY such as",
        "FREQ=YEARLY;BYDAY=54MO | must have a BYDAY such as",
        "FREQ=WEEKLY;WKST=XX | must have a WKST of MO, TU, WE, TH, FR, SA or SU, found \"XX\"",
        "FREQ=WEEKLY;COUNT=0 | must have a COUNT of 1 to 4,000, found \"0\"",
        "FREQ=WEEKLY;COUNT=4001 | must have a COUNT of 1 to 4,000",
        "FREQ=WEEKLY;INTERVAL=0 | must have an INTERVAL of 1 to 10,000, found \"0\"",
        "FREQ=WEEKLY;INTERVAL=-1 | must have an INTERVAL of 1 to 10,000",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20270101 | must not have both COUNT and UNTIL",
        "FREQ=WEEKLY;UNTIL=20270230 | must have an UNTIL such as 20261224",
        "FREQ=WEEKLY;UNTIL=20270101T250000Z | must have an UNTIL such as",
        "FREQ=WEEKLY;FREQ=DAILY | must have FREQ only once",
        "FREQ=SECONDLY | must have a FREQ of YEARLY, MONTHLY, WEEKLY, DAILY or HOURLY, found \"SECONDLY\"",
        "FREQ=MINUTELY | must have a FREQ of YEARLY",
        "COUNT=3 | must have a FREQ of YEARLY",
        "FREQ=WEEKLY;RSCALE=GREGORIAN | must have only the parts FREQ",
        "FREQ=WEEKLY;SKIP=OMIT | must have only the parts FREQ",
        "FREQ=WEEKLY;;COUNT=3 | must have only the parts FREQ",
        "FREQ=WEEKLY;X-A=1 | found \"X-A=1\"",
        "FREQ=DAILY;BYYEARDAY=1 | must not have BYYEARDAY in a DAILY rule",
        "FREQ=WEEKLY;BYMONTHDAY=1 | must not have BYMONTHDAY in a WEEKLY rule",
        "FREQ=MONTHLY;BYWEEKNO=1 | must not have BYWEEKNO in a MONTHLY rule",
        "FREQ=WEEKLY;BYDAY=1MO | must not count the weekdays of BYDAY",
        "FREQ=YEARLY;BYWEEKNO=50;BYDAY=1MO | must not count the weekdays of BYDAY",
        "FREQ=MONTHLY;BYSETPOS=1 | must have another BY part beside BYSETPOS",
      })
  void namesThePartOfTheRule(String rule, String expected) {
    String refusal = Refusals.of(List.of("RRULE:" + rule), MONDAY);
    assertTrue(refusal.startsWith("series.recurrence[0] must"), refusal);
    assertTrue(refusal.contains(expected), refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=HOURLY | because the series is all-day, found \"HOURLY\"",
        "FREQ=DAILY;BYHOUR=0 | must not have BYHOUR, because the series is all-day",
        "FREQ=DAILY;BYMINUTE=0 | must not have BYMINUTE, because the series is all-day",
        "FREQ=DAILY;BYSECOND=0 | must not have BYSECOND, because the series is all-day",
      })
  void refusesTimesInAllDayRules(String rule, String expected) {
    String refusal = Refusals.of(List.of("RRULE:" + rule), ALL_DAY);
    assertTrue(refusal.startsWith("series.recurrence[0] must"), refusal);
    assertTrue(refusal.contains(expected), refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART:20261207T100000 | must be an RRULE, RDATE or EXDATE line",
        "EXRULE:FREQ=DAILY | must be an RRULE, RDATE or EXDATE line",
        "FREQ=DAILY | must be an RRULE, RDATE or EXDATE line",
        "'' | must be an RRULE, RDATE or EXDATE line",
        "RRULE;X=1:FREQ=DAILY | must have no parameters",
        "RDATE;VALUE=PERIOD:20261208T100000/PT1H | must have a VALUE of DATE or DATE-TIME, found \"PERIOD\"",
        "RDATE;TZID=Mars/Olympus:20261208T100000 | must have a TZID that is an IANA name such as Europe/Brussels, found \"Mars/Olympus\"",
        "EXDATE;X-A=1:20261208T100000 | must have no parameters but one TZID and one VALUE, found \"X-A=1\"",
        "EXDATE: | must have values such as 20261224",
        "EXDATE:20261208T100000,,20261209T100000 | must have values such as 20261224",
        "EXDATE:tomorrow | found \"tomorrow\"",
        "EXDATE;VALUE=DATE:20261208T100000 | must have only dates such as 20261224, because of VALUE=DATE",
        "EXDATE;VALUE=DATE-TIME:20261208 | must have only times such as 20261224T180000",
        "RRULE:FREQ=DAILY | must not be a second RRULE",
      })
  void namesTheLine(String line, String expected) {
    String refusal = Refusals.of(List.of("RRULE:FREQ=WEEKLY", line), MONDAY);
    assertTrue(refusal.startsWith("series.recurrence[1] must"), refusal);
    assertTrue(refusal.contains(expected), refusal);
  }

  @Test
  void namesEveryBadLine() {
    String refusal = Refusals.of(List.of("RRULE:FREQ=X", "EXDATE:x", "RDATE:20261224"), MONDAY);
    assertEquals(
        List.of("series.recurrence[0]", "series.recurrence[1]"),
        refusal.lines().map(line -> line.split(" ")[0]).toList());
  }

  @Test
  void refusesTimesAsExtraDays() {
    String refusal = Refusals.of(List.of("RDATE:20261208T100000"), ALL_DAY);
    assertEquals(
        "series.recurrence[0] must have only dates such as 20261224, because the series is all-day",
        refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=WEEKLY;BYDAY=TU | must have a rule that gives the first start, 2026-12-07T10:00; the first that it gives is 2026-12-08T10:00",
        "FREQ=DAILY;BYHOUR=9 | the first that it gives is 2026-12-08T09:00",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31 | must have a rule that gives a start within 100 years",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30 | must have a rule that gives a start within 100 years",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2SU | must have a rule that gives a start within 100 years",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6 | must have a BYSETPOS of 1 to 5 or -5 to -1",
        "FREQ=WEEKLY;UNTIL=20261206 | must have an UNTIL that is not before the first start",
        "FREQ=WEEKLY;UNTIL=20261207T085959Z | must have a start",
        "FREQ=DAILY;UNTIL=20380101 | must have at most 4,000 starts: end the rule earlier, with COUNT or UNTIL",
        "FREQ=YEARLY;BYDAY=MO;BYHOUR=0,1,2,3,4,5,6,7;BYMINUTE=0,1,2,3,4,5,6,7;BYSECOND=0,1,2,3 | must give at most 10,000 starts",
        "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,TU;BYSETPOS=1 | must not have BYSETPOS beside BYWEEKNO=53",
        "FREQ=DAILY;BYMONTH=12;BYMONTHDAY=7;COUNT=4000 | must not need a search through more than 1,000,000 candidate dates",
      })
  void refusesRulesAsAWhole(String rule, String expected) {
    String refusal = Refusals.of(List.of("RRULE:" + rule), MONDAY);
    assertTrue(refusal.startsWith("series.recurrence must"), refusal);
    assertTrue(refusal.contains(expected), refusal);
  }

  @Test
  void refusesExclusionOfEveryStart() {
    assertEquals(
        "series.recurrence must have a start that no EXDATE excludes",
        Refusals.of(List.of("RRULE:FREQ=DAILY;COUNT=1", "EXDATE:20261207T100000"), MONDAY));
  }

  @Test
  void refusesTooManyLines() {
    assertEquals(
        "series.recurrence must have 1 to 100 lines, found 101",
        Refusals.of(Collections.nCopies(101, "RDATE:20261224"), MONDAY));
    assertEquals(
        "series.recurrence must have 1 to 100 lines, found 0", Refusals.of(List.of(), MONDAY));
  }

  @Test
  void refusesLongLines() {
    String dates = String.join(",", Collections.nCopies(6_250, "20261224T100000"));
    assertEquals(
        "series.recurrence must have at most 65,536 characters, found 100,006",
        Refusals.of(List.of("EXDATE:" + dates), MONDAY));
    assertEquals(
        "series.recurrence must have at most 65,536 characters, found 100,000",
        Refusals.of(List.of("RRULE:" + "x".repeat(99_994)), MONDAY));
  }

  @Test
  void refusesTooManyDates() {
    String dates = String.join(",", Collections.nCopies(4_001, "20261224"));
    assertEquals(
        "series.recurrence must have at most 4,000 dates, found 4,001",
        Refusals.of(List.of("RRULE:FREQ=WEEKLY", "EXDATE:" + dates), MONDAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rrule:freq=weekly;byday=mo,we;wkst=su",
        "RRULE:FREQ=WEEKLY;",
        "RRULE:INTERVAL=2;BYDAY=MO,MO;FREQ=WEEKLY",
        " RRULE:FREQ=MONTHLY;BYDAY=+1MO ",
        "RRULE:FREQ=YEARLY;BYMONTHDAY=29,7",
        "rdate;tzid=\"America/New_York\";value=date-time:20261224T100000",
        "EXDATE:20270104T090000Z",
      })
  void acceptsCommonSpellings(String line) {
    assertEquals("", Refusals.of(List.of(line), MONDAY));
    assertEquals(List.of(line.strip()), Recurrence.of(List.of(line), MONDAY).lines());
  }

  @Test
  void acceptsRuleThatBeganLongAgo() {
    LocalStart old = new LocalStart(LocalDateTime.parse("1996-12-07T10:00"), false, ZONE);
    assertEquals("", Refusals.of(List.of("RRULE:FREQ=DAILY"), old));
  }

  @Test
  void throwsForBadStoredLines() {
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Recurrence.of(List.of("RRULE:FREQ=NEVER"), MONDAY));
    assertTrue(thrown.getMessage().contains("FREQ=NEVER"), thrown.getMessage());
  }
}
