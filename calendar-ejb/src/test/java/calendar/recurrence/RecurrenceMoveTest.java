package calendar.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import calendar.error.Violations;
import calendar.recurrence.ExpansionTable.Row;
import calendar.recurrence.time.LocalStart;
import calendar.recurrence.time.Start;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lines follow another first start. */
class RecurrenceMoveTest {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalStart MONDAY = timed("2026-12-07T10:00", BRUSSELS);
  private static final List<String> LINES =
      List.of(
          "RRULE:FREQ=DAILY;UNTIL=20261220T090000Z",
          "EXDATE:20261209T090000Z",
          "EXDATE;VALUE=DATE:20261210",
          "RDATE;TZID=Asia/Tokyo:20261222T180000",
          "RDATE:20261223T100000");

  @Test
  void movesTimesOnTheWallClock() {
    assertEquals(
        List.of(
            "RRULE:FREQ=DAILY;UNTIL=20261220T103000Z",
            "EXDATE:20261209T103000Z",
            "EXDATE;VALUE=DATE:20261210",
            "RDATE;TZID=Europe/Brussels:20261222T113000",
            "RDATE;TZID=Europe/Brussels:20261223T113000"),
        moved(LINES, MONDAY, timed("2026-12-07T11:30", BRUSSELS)));
  }

  @Test
  void endOfDayStaysEndOfDay() {
    List<String> lines = List.of("RRULE:FREQ=DAILY;UNTIL=20261220T225959Z");

    assertEquals(lines, moved(lines, MONDAY, timed("2026-12-07T11:30", BRUSSELS)));
    assertEquals(
        List.of("RRULE:FREQ=DAILY;UNTIL=20261221T225959Z"),
        moved(lines, MONDAY, timed("2026-12-08T09:00", BRUSSELS)));
  }

  @Test
  void movesDatesWithTheDay() {
    assertEquals(
        List.of(
            "RRULE:FREQ=DAILY;UNTIL=20261222T080000Z",
            "EXDATE:20261211T080000Z",
            "EXDATE;VALUE=DATE:20261212",
            "RDATE;TZID=Europe/Brussels:20261224T090000",
            "RDATE;TZID=Europe/Brussels:20261225T090000"),
        moved(LINES, MONDAY, timed("2026-12-09T09:00", BRUSSELS)));
  }

  @Test
  void movesIntoAnotherZone() {
    assertEquals(
        List.of(
            "RRULE:FREQ=DAILY;UNTIL=20261220T150000Z",
            "EXDATE:20261209T150000Z",
            "EXDATE;VALUE=DATE:20261210",
            "RDATE;TZID=America/New_York:20261222T100000",
            "RDATE;TZID=America/New_York:20261223T100000"),
        moved(LINES, MONDAY, timed("2026-12-07T10:00", NEW_YORK)));
  }

  @Test
  void becomesAllDay() {
    assertEquals(
        List.of(
            "RRULE:FREQ=DAILY;UNTIL=20261220",
            "EXDATE;VALUE=DATE:20261209",
            "EXDATE;VALUE=DATE:20261210",
            "RDATE;VALUE=DATE:20261222",
            "RDATE;VALUE=DATE:20261223"),
        moved(LINES, MONDAY, day("2026-12-07")));
  }

  @Test
  void becomesTimed() {
    assertEquals(
        List.of(
            "RRULE:FREQ=DAILY;UNTIL=20261220",
            "EXDATE;TZID=America/New_York:20261209T180000",
            "RDATE;TZID=America/New_York:20261222T180000"),
        moved(
            List.of(
                "RRULE:FREQ=DAILY;UNTIL=20261220", "EXDATE:20261209", "RDATE;VALUE=DATE:20261222"),
            day("2026-12-07"),
            timed("2026-12-07T18:00", NEW_YORK)));
  }

  @Test
  void movesUntilAsDate() {
    assertEquals(
        List.of("RRULE:FREQ=WEEKLY;UNTIL=20261222"),
        moved(List.of("RRULE:FREQ=WEEKLY;UNTIL=20261221"), day("2026-12-07"), day("2026-12-08")));
  }

  @Test
  void changesNothingForTheSameStart() {
    assertEquals(LINES, moved(LINES, MONDAY, MONDAY));
  }

  @Test
  void refusesStartThatTheRuleDoesNotGive() {
    Violations violations = new Violations();
    Optional<Recurrence> moved =
        Recurrence.of(List.of("RRULE:FREQ=WEEKLY;BYDAY=MO"), MONDAY)
            .movedTo(timed("2026-12-08T10:00", BRUSSELS), violations);
    assertEquals(Optional.empty(), moved);
    assertEquals(
        "series.recurrence must have a rule that gives the first start, 2026-12-08T10:00;"
            + " the first that it gives is 2026-12-14T10:00",
        Refusals.of(violations));
  }

  /**
   * In UTC, where no clock changes: if the rule allows a start an hour later, all move by an hour.
   */
  @Test
  void everyStartMovesByTheDifference() {
    int rows = 0;
    List<String> wrong = new ArrayList<>();
    for (Row row : ExpansionTable.accepted()) {
      if (row.start().zone().normalized() != ZoneOffset.UTC || row.start().allDay()) {
        continue;
      }
      Recurrence before = Recurrence.of(row.lines(), row.start());
      LocalStart later = timed(row.start().time().plusMinutes(7).toString(), row.start().zone());
      Optional<Recurrence> after = before.movedTo(later, new Violations());
      if (after.isPresent() && before.hasEnd()) {
        rows++;
        List<Instant> expected =
            starts(before).stream().map(start -> start.plus(Duration.ofMinutes(7))).toList();
        if (!starts(after.get()).equals(expected)) {
          wrong.add(row + " became " + after.get());
        }
      }
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    assertTrue(rows > 150, "rows: " + rows);
  }

  private static List<Instant> starts(Recurrence recurrence) {
    return recurrence.starts(Instant.MIN, Instant.MAX, 4_000).stream().map(Start::instant).toList();
  }

  private static List<String> moved(List<String> lines, LocalStart from, LocalStart to) {
    Violations violations = new Violations();
    Optional<Recurrence> moved = Recurrence.of(lines, from).movedTo(to, violations);
    assertEquals("", Refusals.of(violations));
    assertEquals(to, moved.orElseThrow().start());
    return moved.get().lines();
  }

  private static LocalStart timed(String time, ZoneId zone) {
    return new LocalStart(LocalDateTime.parse(time), false, zone);
  }

  private static LocalStart day(String date) {
    return new LocalStart(LocalDateTime.parse(date + "T00:00"), true, BRUSSELS);
  }
}
