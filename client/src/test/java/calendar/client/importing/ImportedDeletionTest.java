package calendar.client.importing;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.importing.report.ComponentResult;
import calendar.client.importing.report.Outcome;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteEventResponse;
import calendar.v1.FindEventsResponse;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls for a cancelled component. */
class ImportedDeletionTest extends ScriptedImport {
  private static final String CANCELLED = event(1, "Tea\nSTATUS:CANCELLED");

  @Test
  void deletesCancelledEvents() throws Exception {
    found = having(tea());

    ComponentResult result = only(ImportedDeletionTest::deleted, CANCELLED);

    assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(sent(UpdateEventRequest.class)).isEmpty();
    assertThat(sent(DeleteEventRequest.class))
        .containsExactly(
            DeleteEventRequest.newBuilder()
                .setOwnerId("anna")
                .setId("id 1@x")
                .setEtag("e1")
                .build());
  }

  /** The calendar remembers the sequence of a deleted event. */
  @Test
  void raisesSequenceBeforeDeletion() throws Exception {
    found = having(tea());

    ComponentResult result =
        only(ImportedDeletionTest::deleted, CANCELLED.replace("STATUS", "SEQUENCE:2\nSTATUS"));

    assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
    UpdateEventRequest raise = sent(UpdateEventRequest.class).get(0);
    assertThat(raise.getEvent().getId()).isEqualTo("id 1@x");
    assertThat(raise.getEvent().getEtag()).isEqualTo("e1");
    assertThat(raise.getEvent().getIcalSequence()).isEqualTo(2);
    assertThat(raise.getUpdateMask().getPathsList()).containsExactly("ical_sequence");
    assertThat(sent(DeleteEventRequest.class))
        .extracting(DeleteEventRequest::getEtag)
        .containsExactly("e1+");
  }

  @Test
  void deletesEveryOccurrence() throws Exception {
    found =
        FindEventsResponse.newBuilder()
            .addEvents(tea().toBuilder().setId("a").setIcalRecurrenceId("20261201T100000Z"))
            .addEvents(tea().toBuilder().setId("b").setIcalRecurrenceId("20261208T100000Z"))
            .build();

    ComponentResult result = only(ImportedDeletionTest::deleted, CANCELLED);

    assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(sent(DeleteEventRequest.class))
        .extracting(DeleteEventRequest::getId)
        .containsExactly("a", "b");
  }

  @Test
  void reportsMissingEventAsCancelled() throws Exception {
    found = having(tea());

    ComponentResult result =
        only(
            request -> {
              throw error(Code.NOT_FOUND, "EVENT_NOT_FOUND", Map.of());
            },
            CANCELLED);

    assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(sent(DeleteEventRequest.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void reportsRejectedCancellation(int sequence) throws Exception {
    found = having(tea());

    ComponentResult result =
        only(
            request -> {
              throw error(Code.INVALID_ARGUMENT, "INVALID_ARGUMENT", Map.of());
            },
            CANCELLED.replace("STATUS", "SEQUENCE:" + sequence + "\nSTATUS"));

    assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(result.reason()).isEqualTo("the message of INVALID_ARGUMENT");
  }

  private static Message deleted(Message request) {
    return request instanceof UpdateEventRequest raise
        ? UpdateEventResponse.newBuilder()
            .setEvent(raise.getEvent().toBuilder().setEtag(raise.getEvent().getEtag() + "+"))
            .build()
        : DeleteEventResponse.getDefaultInstance();
  }
}
