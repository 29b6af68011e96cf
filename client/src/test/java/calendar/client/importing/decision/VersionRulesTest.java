package calendar.client.importing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.client.ics.ComponentIdentity;
import calendar.client.ics.EventBuilder;
import calendar.client.ics.IcsCancellation;
import calendar.client.ics.IcsComponent;
import calendar.client.ics.IcsEvent;
import calendar.client.importing.decision.Decision.Change;
import calendar.client.importing.decision.Decision.Create;
import calendar.client.importing.decision.Decision.Delete;
import calendar.client.importing.decision.Decision.Keep;
import calendar.client.importing.decision.Decision.Update;
import calendar.client.importing.report.Outcome;
import calendar.v1.DeletedComponent;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import calendar.v1.FindEventsResponse;
import com.google.protobuf.util.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selects the version of the file or the version of the calendar. */
class VersionRulesTest {
  private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");

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

  @ParameterizedTest
  @CsvSource({
    "1, 0, untouched, delete",
    "0, 0, untouched, delete",
    "1, 0, changed here, delete",
    "0, 0, changed here, unchanged and report",
    "0, 1, untouched, unchanged and report"
  })
  void decidesAboutCancellations(
      int sequence, int storedSequence, String storedState, String expected) {
    Event stored =
        stored(storedSequence, null).toBuilder()
            .setChangedSinceImport(storedState.equals("changed here"))
            .build();

    assertThat(words(VersionRules.decide(cancellation(sequence), having(stored))))
        .isEqualTo(expected);
  }

  @Test
  void cancelsAllOccurrencesWithTheirEvent() {
    StoredEvents stored = new StoredEvents();
    stored.add(
        FindEventsResponse.newBuilder()
            .addEvents(stored(0, null).toBuilder().setIcalRecurrenceId("20261201T100000Z"))
            .addEvents(stored(0, null).toBuilder().setIcalRecurrenceId("20261208T100000Z"))
            .build());

    assertThat(VersionRules.decide(cancellation(0), stored))
        .isInstanceOfSatisfying(Delete.class, delete -> assertThat(delete.stored()).hasSize(2));
  }

  @Test
  void keepsOccurrencesConfirmedByFile() {
    Event kept = stored(0, null).toBuilder().setIcalRecurrenceId("20261201T100000Z").build();
    StoredEvents stored = having(kept);
    stored.add(FindEventsResponse.newBuilder().addEvents(stored(0, null)).build());
    Candidate cancellation =
        cancellation(0).confirming(Set.of(ComponentKey.of("7@x", "20261201T100000Z")));

    assertThat(VersionRules.decide(cancellation, stored))
        .isInstanceOfSatisfying(
            Delete.class, delete -> assertThat(delete.stored()).containsExactly(stored(0, null)));
  }

  @Test
  void reportsUnknownCancelledEventAsCancelled() {
    assertThat(words(VersionRules.decide(cancellation(0), new StoredEvents())))
        .isEqualTo("cancelled");
  }

  /** The file may write the RECURRENCE-ID in another form than the calendar. */
  @Test
  void reportsCancelledOccurrenceWithoutEvent() {
    ComponentIdentity identity =
        new ComponentIdentity("7@x", "20261201T100000Z", 0, Optional.empty());
    Candidate occurrence = candidate(new IcsCancellation(identity, 1, Optional.empty()), identity);

    assertThat(VersionRules.decide(occurrence, having(stored(0, null))))
        .isInstanceOfSatisfying(
            Keep.class,
            keep -> {
              assertThat(keep.result().outcome()).isEqualTo(Outcome.CANCELLED);
              assertThat(keep.result().notes())
                  .containsExactly("the calendar has no event for this occurrence");
            });
    assertThat(VersionRules.decide(cancellation(0), new StoredEvents()))
        .isInstanceOfSatisfying(Keep.class, keep -> assertThat(keep.result().notes()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "Tea, 10:00, 0, never, update the version",
    "Tea, 11:00, 0, never, update",
    "Coffee, 11:00, 1, never, update",
    "Coffee, 11:00, 0, never, skip",
    "Coffee, 11:00, 0, since, update the version and report",
    "Coffee, 11:00, 1, since, update and report"
  })
  void adoptsEventsOfFirstImporter(
      String title, String start, int sequence, String changed, String expected) throws Exception {
    Event stored =
        stored(0, null).toBuilder()
            .clearIcalUid()
            .setStartTime(Timestamps.parse("2026-12-01T" + start + ":00Z"))
            .setCreateTime(Timestamps.parse("2026-11-01T00:00:00Z"))
            .setUpdateTime(
                Timestamps.parse(
                    changed.equals("since") ? "2026-11-02T00:00:00Z" : "2026-11-01T00:00:00Z"))
            .build();

    Decision decision = VersionRules.adopt(event(sequence, null, title), stored);

    assertThat(words(decision)).isEqualTo(expected);
    if (decision instanceof Update update && !update.notes().isEmpty()) {
      assertThat(update.notes())
          .containsExactly(
              sequence > 0
                  ? "replaced a change made in the calendar: the file has a higher SEQUENCE"
                  : "kept the calendar's version: the event changed both in the calendar and in the file");
    }
  }

  /** Importer version 0.1 did not read them. */
  @ParameterizedTest
  @CsvSource({
    "'', '', add the new fields",
    "Room 1, '', add the new fields",
    "'', Europe/Brussels, add the new fields",
    "Room 1, Europe/Brussels, update the version",
    "Room 2, '', update",
    "'', Asia/Tokyo, update"
  })
  void addsNewFieldsToAdoptedEvents(String location, String zone, String expected) {
    Event stored =
        stored(0, null).toBuilder()
            .clearIcalUid()
            .setLocation(location)
            .setTimeZone(zone)
            .setAvailability(Availability.AVAILABILITY_BUSY)
            .build();
    EventBuilder file = EventBuilder.event("7@x").location("Room 1").timeZone("Europe/Brussels");

    assertThat(words(VersionRules.adopt(candidate(file), stored))).isEqualTo(expected);
  }

  private static Candidate candidate(EventBuilder event) {
    IcsEvent built = event.build();
    return candidate(built, built.identity());
  }

  private static String words(Decision decision) {
    if (decision instanceof Update update) {
      return words(update.change()) + (update.notes().isEmpty() ? "" : " and report");
    }
    if (decision instanceof Keep keep) {
      return switch (keep.result().outcome()) {
        case UNCHANGED -> "unchanged" + (keep.result().notes().isEmpty() ? "" : " and report");
        case SKIPPED -> "skip";
        default -> keep.result().outcome().name().toLowerCase(java.util.Locale.ROOT);
      };
    }
    return decision instanceof Delete ? "delete" : "create";
  }

  private static String words(Change change) {
    return switch (change) {
      case VERSION -> "update the version";
      case NEW_FIELDS -> "add the new fields";
      case CONTENT -> "update";
    };
  }

  private static StoredEvents having(Event event) {
    StoredEvents stored = new StoredEvents();
    stored.add(FindEventsResponse.newBuilder().addEvents(event).build());
    return stored;
  }

  private static Event stored(int sequence, String modified) {
    Event.Builder event =
        Event.newBuilder()
            .setId("id-1")
            .setTitle("Tea")
            .setStartTime(Timestamps.fromMillis(START.toEpochMilli()))
            .setEndTime(Timestamps.fromMillis(START.plusSeconds(3600).toEpochMilli()))
            .setIcalUid("7@x")
            .setIcalSequence(sequence);
    time(modified)
        .map(time -> Timestamps.fromMillis(time.toEpochMilli()))
        .ifPresent(event::setIcalModifiedTime);
    return event.build();
  }

  private static Candidate event(int sequence, String modified, String title) {
    ComponentIdentity identity = new ComponentIdentity("7@x", "", sequence, time(modified));
    return candidate(EventBuilder.event(identity).title(title).build(), identity);
  }

  private static Candidate cancellation(int sequence) {
    ComponentIdentity identity = new ComponentIdentity("7@x", "", sequence, Optional.empty());
    return candidate(new IcsCancellation(identity, 1, Optional.empty()), identity);
  }

  private static Candidate candidate(IcsComponent component, ComponentIdentity identity) {
    return new Candidate(component, "anna", identity, List.of());
  }

  private static Optional<Instant> time(String date) {
    return Optional.ofNullable(date).map(day -> Instant.parse(day + "T00:00:00Z"));
  }
}
