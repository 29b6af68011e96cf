package calendar.client.importing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.event.IcsCancellation;
import calendar.client.importing.decision.Decision.Delete;
import calendar.client.importing.decision.Decision.Keep;
import calendar.client.importing.report.Outcome;
import calendar.v1.Event;
import calendar.v1.FindEventsResponse;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decides about cancelled components. */
class CancellationRulesTest extends OnVersionRules {
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

  private static Candidate cancellation(int sequence) {
    ComponentIdentity identity = new ComponentIdentity("7@x", "", sequence, Optional.empty());
    return candidate(new IcsCancellation(identity, 1, Optional.empty()), identity);
  }
}
