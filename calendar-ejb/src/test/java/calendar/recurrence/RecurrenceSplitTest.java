package calendar.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import calendar.recurrence.ExpansionTable.Row;
import calendar.recurrence.time.LocalStart;
import calendar.recurrence.time.Start;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both parts of a divided recurrence give what the whole gives. */
class RecurrenceSplitTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final LocalStart MONDAY =
      new LocalStart(LocalDateTime.parse("2026-12-07T10:00"), false, ZONE);

  @Test
  void partsGiveWhatTheWholeGives() {
    int cuts = 0;
    List<String> wrong = new ArrayList<>();
    for (Row row : ExpansionTable.accepted()) {
      Recurrence whole = Recurrence.of(row.lines(), row.start());
      Instant end =
          whole.hasEnd() ? Instant.MAX : row.start().instant().plusSeconds(86_400L * 2_000);
      List<Start> starts = whole.starts(Instant.MIN, end, 150);
      for (int i = 1; i < Math.min(starts.size(), 150); i += Math.max(1, starts.size() / 12)) {
        Instant cut = starts.get(i).instant();
        if (whole.ruleGives(cut) && cut.isAfter(row.start().instant())) {
          cuts++;
          List<Start> both = parts(whole, cut, end, starts.size());
          if (!instants(both).equals(instants(starts))) {
            wrong.add(row + " cut at " + cut + "\n  " + instants(both) + "\n  " + instants(starts));
          }
        }
      }
    }
    assertTrue(wrong.isEmpty(), wrong.size() + " wrong\n" + String.join("\n", wrong));
    assertTrue(cuts > 1_500, "cuts: " + cuts);
  }

  /** Reads the lines of both parts again, as from the storage. */
  private static List<Start> parts(Recurrence whole, Instant cut, Instant end, int most) {
    Recurrence before = whole.before(cut);
    Recurrence after = whole.from(cut);
    List<Start> both =
        new ArrayList<>(
            Recurrence.of(before.lines(), before.start()).starts(Instant.MIN, Instant.MAX, most));
    both.addAll(Recurrence.of(after.lines(), after.start()).starts(Instant.MIN, end, most));
    return both.subList(0, Math.min(both.size(), most));
  }

  @Test
  void writesUntilAndTheRestOfCount() {
    List<String> lines =
        List.of(
            "rrule:COUNT=5;freq=WEEKLY",
            "EXDATE:20261214T090000Z,20270104T090000Z",
            "RDATE;TZID=America/New_York:20261208T100000,20261224T100000");
    Recurrence whole = Recurrence.of(lines, MONDAY);
    Instant cut = Instant.parse("2026-12-21T09:00:00Z");
    assertEquals(
        List.of(
            "rrule:freq=WEEKLY;UNTIL=20261214T090000Z",
            "EXDATE:20261214T090000Z",
            "RDATE;TZID=America/New_York:20261208T100000"),
        whole.before(cut).lines());
    assertEquals(MONDAY, whole.before(cut).start());
    assertEquals(
        List.of(
            "rrule:freq=WEEKLY;COUNT=3",
            "EXDATE:20270104T090000Z",
            "RDATE;TZID=America/New_York:20261224T100000"),
        whole.from(cut).lines());
    assertEquals(LocalDateTime.parse("2026-12-21T10:00"), whole.from(cut).start().time());
  }

  @Test
  void writesUntilAsDateIfAllDay() {
    LocalStart day = new LocalStart(LocalDateTime.parse("2026-12-07T00:00"), true, ZONE);
    Recurrence whole = Recurrence.of(List.of("RRULE:FREQ=DAILY", "EXDATE:20261208,20261209"), day);
    Instant cut = Instant.parse("2026-12-09T23:00:00Z");
    assertEquals(
        List.of("RRULE:FREQ=DAILY;UNTIL=20261209", "EXDATE:20261208,20261209"),
        whole.before(cut).lines());
    assertEquals(List.of("RRULE:FREQ=DAILY"), whole.from(cut).lines());
  }

  @Test
  void keepsExcludedDayOnBothSides() {
    Recurrence whole =
        Recurrence.of(
            List.of("RRULE:FREQ=DAILY;BYHOUR=10,12,14", "EXDATE;VALUE=DATE:20261209"), MONDAY);
    Instant cut = Instant.parse("2026-12-10T09:00:00Z");
    assertEquals(2, whole.before(cut).lines().size());
    assertEquals(1, whole.from(cut).lines().size());
  }

  @Test
  void keepsLocalTimeOfSkippedStart() {
    LocalStart night = new LocalStart(LocalDateTime.parse("2026-03-28T02:30"), false, ZONE);
    Recurrence whole = Recurrence.of(List.of("RRULE:FREQ=DAILY"), night);
    Recurrence rest = whole.from(Instant.parse("2026-03-29T01:30:00Z"));
    assertEquals(LocalDateTime.parse("2026-03-29T02:30"), rest.start().time());
    assertTrue(rest.ruleGives(Instant.parse("2026-03-30T00:30:00Z")));
  }

  @Test
  void readsLongHistoryAgain() {
    LocalStart old = new LocalStart(LocalDateTime.parse("1996-12-07T10:00"), false, ZONE);
    Recurrence whole = Recurrence.of(List.of("RRULE:FREQ=DAILY"), old);
    Recurrence before = whole.before(Instant.parse("2026-12-07T09:00:00Z"));
    assertEquals(List.of("RRULE:FREQ=DAILY;UNTIL=20261206T090000Z"), before.lines());
    assertTrue(Recurrence.of(before.lines(), old).ruleGives(Instant.parse("2026-12-06T09:00:00Z")));
  }

  @Test
  void keepsFirstStartBesideNoRule() {
    Recurrence dates = Recurrence.of(List.of("RDATE:20261224T100000"), MONDAY);
    Recurrence before = dates.before(Instant.parse("2026-12-24T09:00:00Z"));
    assertEquals(List.of(MONDAY.instant()), instants(before.starts(Instant.MIN, Instant.MAX, 10)));
  }

  @Test
  void refusesCutsThatAreNoStarts() {
    Recurrence weekly =
        Recurrence.of(List.of("RRULE:FREQ=WEEKLY;COUNT=3", "RDATE:20261208T100000"), MONDAY);
    for (String cut : List.of("2026-12-08T09:00:00Z", "2026-12-28T09:00:00Z")) {
      assertThrows(IllegalArgumentException.class, () -> weekly.from(Instant.parse(cut)));
    }
    assertThrows(IllegalArgumentException.class, () -> weekly.before(MONDAY.instant()));
    assertEquals(weekly.lines(), weekly.from(MONDAY.instant()).lines());
  }

  private static List<Instant> instants(List<Start> starts) {
    return starts.stream().map(Start::instant).toList();
  }
}
