package calendar.client.importing;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.importing.report.ComponentResult;
import calendar.client.importing.report.Outcome;
import calendar.v1.CreateEventRequest;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import com.google.rpc.Code;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls for a component that the calendar does not have. */
class ImportedCreationTest extends ScriptedImport {
  private static final String LATER = event(1, "Tea\nSEQUENCE:1");

  @Test
  void searchesAgainAfterConcurrentImport() throws Exception {
    ComponentResult result =
        only(
            request -> {
              found = having(tea());
              return replayed(tea());
            },
            event(1, "Tea"));

    assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(result.eventId()).isEqualTo("id 1@x");
    assertThat(sent(CreateEventRequest.class)).hasSize(1);
  }

  @Test
  void givesUpOnUnfindableEvent() throws Exception {
    ComponentResult result = only(request -> replayed(tea()), event(1, "Tea"));

    assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(result.reason())
        .isEqualTo("gave up after 5 conflicts with concurrent changes; import the file again");
    assertThat(sent(CreateEventRequest.class)).hasSize(5);
  }

  /** Importer version 0.1 created events with the same request id but without a UID. */
  @Test
  void addsVersionToEventOfOldImporter() throws Exception {
    ComponentResult result =
        only(
            request ->
                request instanceof CreateEventRequest
                    ? replayed(tea().toBuilder().clearIcalUid().build())
                    : UpdateEventResponse.getDefaultInstance(),
            event(1, "Tea"));

    assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(sent(UpdateEventRequest.class).get(0).getEvent().getIcalUid()).isEqualTo("1@x");
  }

  @Test
  void addsNewFieldsToEventOfOldImporter() throws Exception {
    ComponentResult result =
        only(
            request ->
                request instanceof CreateEventRequest
                    ? replayed(tea().toBuilder().clearIcalUid().build())
                    : UpdateEventResponse.getDefaultInstance(),
            event(1, "Tea\nLOCATION:Room 1"));

    assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(result.notes()).isEmpty();
    UpdateEventRequest sent = sent(UpdateEventRequest.class).get(0);
    assertThat(sent.getEvent().getLocation()).isEqualTo("Room 1");
    assertThat(sent.getUpdateMask().getPathsList())
        .contains("ical_uid", "location", "time_zone")
        .doesNotContain("title", "start_time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LOCATION:Room 1\n"})
  void findsEventWithoutUidByTime(String location) throws Exception {
    Event old = tea().toBuilder().clearIcalUid().setId("id-9").build();

    ComponentResult result =
        only(
            request -> busyWith(old, request),
            withoutUid().replace("SUMMARY", location + "SUMMARY"));

    assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(result.eventId()).isEqualTo("id-9");
    assertThat(sent(GetEventRequest.class))
        .containsExactly(GetEventRequest.newBuilder().setOwnerId("anna").setId("id-9").build());
    assertThat(sent(UpdateEventRequest.class)).hasSize(1);
  }

  @Test
  void ignoresOtherEventAtSameTime() throws Exception {
    for (Event other :
        List.of(
            tea().toBuilder().setId("id-9").build(),
            tea().toBuilder().setId("id-9").clearIcalUid().setTitle("Coffee").build())) {
      ComponentResult result = only(request -> busyWith(other, request), withoutUid());

      assertThat(result.outcome()).isEqualTo(Outcome.BUSY);
      assertThat(result.conflict().orElseThrow().eventId()).isEqualTo("id-9");
      assertThat(sent(UpdateEventRequest.class)).isEmpty();
      server.close();
    }
  }

  @Test
  void staysBusyIfConflictingEventIsDeleted() throws Exception {
    ComponentResult result =
        only(
            request -> {
              if (request instanceof CreateEventRequest) {
                return busyWith(tea(), request);
              }
              throw error(Code.NOT_FOUND, "EVENT_NOT_FOUND", Map.of());
            },
            withoutUid());

    assertThat(result.outcome()).isEqualTo(Outcome.BUSY);
  }

  /** The note about a hashed UID appears with every outcome. */
  @Test
  void reportsNotesWithEveryOutcome() throws Exception {
    String long256 = LATER.replace("1@x", "x".repeat(256));
    String note = "UID is longer than 255 characters: stored as its SHA-256";

    assertThat(only(request -> CREATED, long256).notes()).containsExactly(note);
    server.close();
    assertThat(only(request -> busyWith(tea(), request), long256).notes()).containsExactly(note);
  }
}
