package calendar.client.importing;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.client.importing.report.ComponentResult;
import calendar.client.importing.report.Outcome;
import calendar.v1.FindEventsRequest;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import com.google.rpc.Code;
import io.grpc.Status;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls for a component that the calendar already has. */
class ImportedUpdateTest extends ScriptedImport {
  private static final String LATER = event(1, "Tea\nSEQUENCE:1");

  @Test
  void sendsChangesWithFoundEtag() throws Exception {
    found = having(tea().toBuilder().setChangedSinceImport(true).setTitle("Coffee").build());

    ComponentResult result = only(request -> UpdateEventResponse.getDefaultInstance(), LATER);

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(result.eventId()).isEqualTo("id 1@x");
    assertThat(result.notes())
        .containsExactly("replaced a change made in the calendar: the file has a higher SEQUENCE");
    UpdateEventRequest sent = sent(UpdateEventRequest.class).get(0);
    assertThat(sent.getEvent().getId()).isEqualTo("id 1@x");
    assertThat(sent.getEvent().getEtag()).isEqualTo("e1");
    assertThat(sent.getEvent().getTitle()).isEqualTo("Tea");
    assertThat(sent.getUpdateMask().getPathsList())
        .contains("ical_sequence", "title", "start_time", "end_time");
  }

  /** The version before did not read the location. */
  @Test
  void addsLocationToEarlierImport() throws Exception {
    found = having(tea());

    ComponentResult result =
        only(request -> UpdateEventResponse.getDefaultInstance(), event(1, "Tea\nLOCATION:Room 1"));

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(result.notes()).isEmpty();
    assertThat(sent(UpdateEventRequest.class).get(0).getEvent().getLocation()).isEqualTo("Room 1");
  }

  @Test
  void changesTimedEventToAllDay() throws Exception {
    found = having(tea());

    ComponentResult result =
        only(
            request -> UpdateEventResponse.getDefaultInstance(),
            LATER.replace(":20261201T100000Z\nDURATION:PT1H", ";VALUE=DATE:20261201"));

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    UpdateEventRequest sent = sent(UpdateEventRequest.class).get(0);
    assertThat(sent.getUpdateMask().getPathsList())
        .contains("start_time", "end_time", "start_date", "end_date", "time_zone");
    assertThat(sent.getEvent().hasStartTime()).isFalse();
    assertThat(sent.getEvent().getStartDate())
        .isEqualTo(ProtoTimes.date(LocalDate.of(2026, 12, 1)));
    assertThat(sent.getEvent().getEndDate()).isEqualTo(ProtoTimes.date(LocalDate.of(2026, 12, 2)));
  }

  @Test
  void sendsOnlyVersionForSameContent() throws Exception {
    found = having(tea());

    ComponentResult result = only(request -> UpdateEventResponse.getDefaultInstance(), LATER);

    assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(sent(UpdateEventRequest.class).get(0).getUpdateMask().getPathsList())
        .containsExactly("ical_uid", "ical_recurrence_id", "ical_sequence", "ical_modified_time");
  }

  @Test
  void triesUpdateFiveTimes() throws Exception {
    found = having(tea());
    AtomicInteger tries = new AtomicInteger();

    ComponentResult result =
        only(
            request -> {
              if (tries.incrementAndGet() < 5) {
                throw error(Code.ABORTED, "ETAG_MISMATCH", Map.of());
              }
              return UpdateEventResponse.getDefaultInstance();
            },
            LATER);

    assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(sent(FindEventsRequest.class)).hasSize(5);
    assertThat(sent(FindEventsRequest.class).get(4).getIcalUidsList()).containsExactly("1@x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETAG_MISMATCH", "EVENT_NOT_FOUND", "ICAL_UID_EXISTS"})
  void givesUpAfterFiveConcurrentChanges(String reason) throws Exception {
    found = having(tea());

    ComponentResult result =
        only(
            request -> {
              throw error(Code.ABORTED, reason, Map.of());
            },
            LATER);

    assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(result.reason()).isEqualTo("the message of " + reason);
    assertThat(sent(UpdateEventRequest.class)).hasSize(5);
  }

  /** The first attempt changed the event, but its answer was lost. */
  @Test
  void reportsUpdateWithLostAnswer() throws Exception {
    inFlight = 1;
    found = having(tea().toBuilder().setTitle("Coffee").build());
    AtomicInteger calls = new AtomicInteger();

    ComponentResult result =
        only(
            request -> {
              if (calls.incrementAndGet() == 1) {
                throw Status.UNAVAILABLE.asRuntimeException();
              }
              found = having(tea().toBuilder().setIcalSequence(1).build());
              throw error(Code.ABORTED, "ETAG_MISMATCH", Map.of());
            },
            LATER);

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(result.eventId()).isEqualTo("id 1@x");
  }

  /** Another import changed the event. */
  @Test
  void ignoresUpdatesOfOtherClients() throws Exception {
    found = having(tea().toBuilder().setTitle("Coffee").build());

    ComponentResult result =
        only(
            request -> {
              found = having(tea().toBuilder().setIcalSequence(1).build());
              throw error(Code.ABORTED, "ETAG_MISMATCH", Map.of());
            },
            LATER);

    assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
  }
}
