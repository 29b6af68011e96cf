package calendar.client.importing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.client.ics.event.EventBuilder;
import calendar.client.importing.decision.Decision.Create;
import calendar.client.importing.decision.Decision.Keep;
import calendar.v1.DeletedComponent;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import calendar.v1.FindEventsResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selects the version of the file or the version of the calendar. */
class VersionRulesTest extends OnVersionRules {
  /** The file's version, whether the contents differ, the calendar's version, and the action. */
  @ParameterizedTest
  @CsvSource({
    "0, , same, 0, , untouched, unchanged",
    "1, , same, 1, , changed here, unchanged",
    "1, , other, 0, , untouched, update",
    "1, , other, 0, , changed here, update and report",
    "1, , same, 0, , untouched, update the version",
    "0, , other, 1, , untouched, unchanged and report",
    "0, 2026-11-02, other, 0, 2026-11-01, untouched, update",
    "0, 2026-11-02, other, 0, , untouched, update",
    "0, 2026-11-01, other, 0, 2026-11-02, untouched, unchanged and report",
    "0, 2026-11-02, other, 0, 2026-11-01, changed here, unchanged and report",
    "0, 2026-11-01, other, 0, 2026-11-01, changed here, unchanged",
    "0, , other, 0, , changed here, unchanged",
    "0, , other, 0, , untouched, skip",
    "0, 2026-11-01, other, 0, 2026-11-01, untouched, skip"
  })
  void decidesBetweenVersions(
      int sequence,
      String modified,
      String content,
      int storedSequence,
      String storedModified,
      String storedState,
      String expected) {
    Candidate file = event(sequence, modified, content.equals("same") ? "Tea" : "Coffee");
    Event stored =
        stored(storedSequence, storedModified).toBuilder()
            .setChangedSinceImport(storedState.equals("changed here"))
            .build();

    assertThat(words(VersionRules.decide(file, having(stored)))).isEqualTo(expected);
  }

  @Test
  void updatesDescriptionOfSameMeeting() {
    Event stored = stored(0, null).toBuilder().setDescription("Bring cake.").build();

    assertThat(words(VersionRules.decide(event(0, null, "Tea"), having(stored))))
        .isEqualTo("update");
  }

  /** The calendar's event is "Tea" without a location and a zone, during which Ann is busy. */
  @Test
  void updatesEveryFieldOfSameMeeting() {
    for (EventBuilder changed :
        List.of(
            EventBuilder.event("7@x").location("Room 1"),
            EventBuilder.event("7@x").timeZone("Europe/Brussels"),
            EventBuilder.event("7@x").remindBefore(Duration.ofMinutes(5)),
            EventBuilder.event("7@x").free())) {
      assertThat(words(VersionRules.decide(candidate(changed), having(stored(0, null)))))
          .isEqualTo("update");
    }
  }

  @Test
  void makesFreeEventBusyAgain() {
    Event free =
        stored(0, null).toBuilder().setAvailability(Availability.AVAILABILITY_FREE).build();

    assertThat(words(VersionRules.decide(candidate(EventBuilder.event("7@x")), having(free))))
        .isEqualTo("update");
    assertThat(
            words(VersionRules.decide(candidate(EventBuilder.event("7@x").free()), having(free))))
        .isEqualTo("unchanged");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01, 2026-12-03, Europe/Brussels, unchanged",
    "2026-12-01, 2026-12-03, UTC, update",
    "2026-12-01, 2026-12-02, Europe/Brussels, skip",
    "2026-12-02, 2026-12-03, Europe/Brussels, skip"
  })
  void comparesAllDayEventsByDates(LocalDate start, LocalDate end, String zone, String expected) {
    EventBuilder file = EventBuilder.event("7@x").on(start, end, zone);

    assertThat(words(VersionRules.decide(candidate(file), having(storedAllDay()))))
        .isEqualTo(expected);
  }

  /** The instants are the same. */
  @Test
  void distinguishesAllDayFromTimed() {
    Event allDay = storedAllDay();
    EventBuilder timed =
        EventBuilder.event("7@x")
            .timeZone("Europe/Brussels")
            .at(ProtoTimes.instant(allDay.getStartTime()), ProtoTimes.instant(allDay.getEndTime()));
    Event timedEvent = allDay.toBuilder().clearStartDate().clearEndDate().build();

    assertThat(words(VersionRules.decide(candidate(timed), having(allDay)))).isEqualTo("skip");
    assertThat(words(VersionRules.decide(candidate(timed.sequence(1)), having(allDay))))
        .isEqualTo("update");
    assertThat(
            words(
                VersionRules.decide(
                    candidate(
                        EventBuilder.event("7@x")
                            .on(
                                LocalDate.of(2026, 12, 1),
                                LocalDate.of(2026, 12, 3),
                                "Europe/Brussels")),
                    having(timedEvent))))
        .isEqualTo("skip");
  }

  private static Event storedAllDay() {
    return stored(0, null).toBuilder()
        .setStartDate(ProtoTimes.date(LocalDate.of(2026, 12, 1)))
        .setEndDate(ProtoTimes.date(LocalDate.of(2026, 12, 3)))
        .setTimeZone("Europe/Brussels")
        .setStartTime(ProtoTimes.timestamp(Instant.parse("2026-11-30T23:00:00Z")))
        .setEndTime(ProtoTimes.timestamp(Instant.parse("2026-12-02T23:00:00Z")))
        .build();
  }

  @Test
  void createsUnknownEvents() {
    assertThat(VersionRules.decide(event(0, null, "Tea"), new StoredEvents()))
        .isInstanceOf(Create.class);
  }

  @Test
  void recreatesDeletedEventOnlyWithHigherSequence() {
    StoredEvents stored = new StoredEvents();
    stored.add(
        FindEventsResponse.newBuilder()
            .addDeletedComponents(
                DeletedComponent.newBuilder().setIcalUid("7@x").setIcalSequence(1))
            .build());

    assertThat(VersionRules.decide(event(1, "2026-11-01", "Tea"), stored))
        .isInstanceOfSatisfying(
            Keep.class,
            keep ->
                assertThat(keep.result().reason())
                    .isEqualTo(
                        "deleted in the calendar; the file needs a SEQUENCE above 1 to create it again"));
    assertThat(VersionRules.decide(event(2, null, "Tea"), stored)).isInstanceOf(Create.class);
  }
}
