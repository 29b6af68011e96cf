package calendar.client.importing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.event.EventBuilder;
import calendar.client.ics.event.IcsCancellation;
import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.event.IcsFile;
import calendar.client.ics.event.SkippedComponent;
import calendar.client.importing.report.ComponentResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selects one of several versions in a file. */
class ImportPlanTest {
  private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");

  @Test
  void keepsLaterVersionAtAnyPosition() {
    assertThat(lines(event(1, "7@x", 1, "Tea"), event(2, "7@x", 2, "Coffee"))).containsExactly(2);
    assertThat(lines(event(1, "7@x", 2, "Coffee"), event(2, "7@x", 1, "Tea"))).containsExactly(1);
    assertThat(reasons(event(1, "7@x", 1, "Tea"), event(2, "7@x", 2, "Coffee")))
        .containsExactly("1: older version of the event on line 2");
  }

  @Test
  void prefersCancellationOfEqualVersions() {
    assertThat(lines(event(1, "7@x", 1, "Tea"), cancellation(2, "7@x", 1))).containsExactly(2);
    assertThat(lines(cancellation(1, "7@x", 1), event(2, "7@x", 1, "Tea"))).containsExactly(1);
    assertThat(reasons(cancellation(1, "7@x", 1), event(2, "7@x", 1, "Tea")))
        .containsExactly("2: older version of the event on line 1");
  }

  @Test
  void keepsEventLaterThanItsCancellation() {
    assertThat(lines(cancellation(1, "7@x", 1), event(2, "7@x", 2, "Tea"))).containsExactly(2);
    assertThat(lines(event(1, "7@x", 2, "Tea"), cancellation(2, "7@x", 1))).containsExactly(1);
  }

  @Test
  void keepsFirstOfEqualVersions() {
    assertThat(lines(event(1, "7@x", 1, "Tea"), event(2, "7@x", 1, "Tea"))).containsExactly(1);
    assertThat(reasons(event(1, "7@x", 1, "Tea"), event(2, "7@x", 1, "Tea")))
        .containsExactly("2: repeats the event on line 1");
    assertThat(reasons(cancellation(1, "7@x", 1), cancellation(2, "7@x", 1)))
        .containsExactly("2: older version of the event on line 1");
  }

  @ParameterizedTest
  @CsvSource({"Coffee, 0, 60", "Tea, 30, 30", "Tea, 0, 90"})
  void reportsDifferentEventsWithSameUid(String title, int later, int minutes) {
    Instant start = START.plus(Duration.ofMinutes(later));
    IcsEvent other = event(2, "7@x", 1, title, start, start.plus(Duration.ofMinutes(minutes)));

    assertThat(reasons(event(1, "7@x", 1, "Tea"), other))
        .containsExactly("2: same UID, different event: only the event on line 1 is imported");
  }

  @Test
  void identifiesEventsWithoutUidByContent() {
    assertThat(lines(event(1, "", 0, "Tea"), event(2, "", 0, "Tea"), event(3, "", 0, "Coffee")))
        .containsExactly(1, 3);
  }

  /** Otherwise an import by a later version would book the events again. */
  @Test
  void keepsContentUidAcrossVersions() {
    assertThat(plan(event(1, "", 0, "Tea"), allDay("", 2, "UTC")).candidates())
        .extracting(candidate -> candidate.identity().uid())
        .containsExactly(
            "content-71b4a292a546050bab1d95803e7234123e8e4a3c7be385bafc57de90c13523df",
            "content-cc50bd858fd88594de7a4dfade710beaff52eaf4dbb0e67bd704abbcd6e0d696");
  }

  /** The instants of an all-day event depend on the zone, for example on the option --zone. */
  @Test
  void identifiesAllDayEventsByDates() {
    IcsEvent inUtc = allDay("", 1, "UTC");
    IcsEvent inBrussels = allDay("", 2, "Europe/Brussels");
    IcsEvent timed = event(3, "", 0, "Tea", inUtc.start(), inUtc.end());

    assertThat(lines(inUtc, inBrussels, timed)).containsExactly(1, 3);
  }

  @Test
  void comparesAllDayEventsByDates() {
    IcsEvent inUtc = allDay("7@x", 1, "UTC");
    IcsEvent inBrussels = allDay("7@x", 2, "Europe/Brussels");
    IcsEvent timed = event(3, "7@x", 0, "Tea", inUtc.start(), inUtc.end());

    assertThat(reasons(inUtc, inBrussels, timed))
        .containsExactly(
            "2: repeats the event on line 1",
            "3: same UID, different event: only the event on line 1 is imported");
  }

  private static IcsEvent allDay(String uid, int line, String zone) {
    LocalDate day = LocalDate.of(2026, 12, 1);
    return EventBuilder.event(uid).line(line).on(day, day.plusDays(1), zone).build();
  }

  @Test
  void separatesEventsOfTwoOwners() {
    IcsEvent one = EventBuilder.event("7@x").sequence(1).owner("anna").build();
    IcsEvent two = EventBuilder.event("7@x").sequence(2).owner("ben").build();

    ImportPlan plan = ImportPlan.of(file(one, two), OwnerSource.ofEachEvent());

    assertThat(plan.candidates()).extracting(Candidate::owner).containsExactly("anna", "ben");
    assertThat(plan.settled()).isEmpty();
  }

  @Test
  void skipsCancellationWithoutOwner() {
    ImportPlan plan = ImportPlan.of(file(cancellation(3, "7@x", 0)), OwnerSource.ofEachEvent());

    assertThat(plan.candidates()).isEmpty();
    assertThat(plan.settled()).extracting(ComponentResult::reason).containsExactly("has no owner");
  }

  @Test
  void keepsReasonOfSkippedComponents() {
    assertThat(reasons(new SkippedComponent("VTODO", "7@x", 4, "not an event")))
        .containsExactly("4: not an event");
  }

  /** A character may have two chars. */
  @Test
  void storesLongUidAsHash() {
    String longest = "😀".repeat(255);
    List<Candidate> candidates =
        plan(event(1, longest, 0, "Tea"), event(2, longest + "x", 0, "Tea")).candidates();

    assertThat(candidates.get(0).identity().uid()).isEqualTo(longest);
    assertThat(candidates.get(0).notes()).isEmpty();
    assertThat(candidates.get(1).identity().uid()).matches("uid-[0-9a-f]{64}");
    assertThat(candidates.get(1).notes())
        .containsExactly("UID is longer than 255 characters: stored as its SHA-256");
  }

  @Test
  void confirmsOccurrencesNextToCancellation() {
    IcsEvent occurrence =
        EventBuilder.event(new ComponentIdentity("7@x", "20261201T100000Z", 0, Optional.empty()))
            .build();

    List<Candidate> candidates =
        plan(occurrence, cancellation(2, "7@x", 0), cancellation(3, "8@x", 0)).candidates();

    assertThat(candidates.get(0).confirmed()).isEmpty();
    assertThat(candidates.get(1).confirmed()).containsExactly(candidates.get(0).key());
    assertThat(candidates.get(2).confirmed()).isEmpty();
  }

  private static List<Integer> lines(IcsComponent... components) {
    return plan(components).candidates().stream()
        .map(candidate -> candidate.component().line())
        .toList();
  }

  private static List<String> reasons(IcsComponent... components) {
    return plan(components).settled().stream()
        .map(result -> result.component().line() + ": " + result.reason())
        .toList();
  }

  private static ImportPlan plan(IcsComponent... components) {
    return ImportPlan.of(file(components), OwnerSource.always("anna"));
  }

  private static IcsFile file(IcsComponent... components) {
    return new IcsFile(List.of(components), List.of(), List.of());
  }

  private static IcsCancellation cancellation(int line, String uid, int sequence) {
    return new IcsCancellation(
        new ComponentIdentity(uid, "", sequence, Optional.empty()), line, Optional.empty());
  }

  private static IcsEvent event(int line, String uid, int sequence, String title) {
    return event(line, uid, sequence, title, START, START.plus(Duration.ofHours(1)));
  }

  private static IcsEvent event(
      int line, String uid, int sequence, String title, Instant start, Instant end) {
    return EventBuilder.event(uid)
        .sequence(sequence)
        .line(line)
        .title(title)
        .at(start, end)
        .build();
  }
}
