package calendar.client.importing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ics.ComponentIdentity;
import calendar.client.ics.IcsCancellation;
import calendar.client.ics.IcsComponent;
import calendar.client.ics.IcsEvent;
import calendar.client.importing.decision.Decision.Create;
import calendar.client.importing.decision.Decision.Delete;
import calendar.client.importing.decision.Decision.Keep;
import calendar.client.importing.decision.Decision.Update;
import calendar.client.importing.report.Outcome;
import calendar.v1.DeletedComponent;
import calendar.v1.Event;
import calendar.v1.FindEventsResponse;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
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

  private static String words(Decision decision) {
    if (decision instanceof Update update) {
      return (update.content() ? "update" : "update the version")
          + (update.notes().isEmpty() ? "" : " and report");
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
    return candidate(
        new IcsEvent(
            identity,
            1,
            title,
            "",
            START,
            START.plusSeconds(3600),
            List.of(),
            Optional.empty(),
            List.of()),
        identity);
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
