package calendar.client.importing;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.importing.decision.OwnerSource;
import calendar.client.importing.report.ComponentResult;
import calendar.client.importing.report.ImportReport;
import calendar.client.importing.report.Outcome;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteEventResponse;
import calendar.v1.Event;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import io.grpc.Status;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls for one component, and what its result says when they are refused. */
class ComponentImportTest extends ScriptedImport {
  private static final String LATER = event(1, "Tea\nSEQUENCE:1");
  private static final String CANCELLED = event(1, "Tea\nSTATUS:CANCELLED");

  @Test
  void sendsTheChangesOfTheVersionThatItFound() throws Exception {
    found = having(tea().toBuilder().setChangedSinceImport(true).setTitle("Coffee").build());

    ComponentResult result = only(request -> UpdateEventResponse.getDefaultInstance(), LATER);

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(result.eventId()).isEqualTo("id 1@x");
    assertThat(result.notes())
        .containsExactly("was changed in the calendar; replaced by the file's higher SEQUENCE");
    UpdateEventRequest sent = sent(UpdateEventRequest.class).get(0);
    assertThat(sent.getEvent().getId()).isEqualTo("id 1@x");
    assertThat(sent.getEvent().getEtag()).isEqualTo("e1");
    assertThat(sent.getEvent().getTitle()).isEqualTo("Tea");
    assertThat(sent.getUpdateMask().getPathsList())
        .contains("ical_sequence", "title", "start_time", "end_time");
  }

  @Test
  void sendsOnlyTheVersionWhereTheContentIsTheSame() throws Exception {
    found = having(tea());

    ComponentResult result = only(request -> UpdateEventResponse.getDefaultInstance(), LATER);

    assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(sent(UpdateEventRequest.class).get(0).getUpdateMask().getPathsList())
        .containsExactly("ical_uid", "ical_recurrence_id", "ical_sequence", "ical_modified_time");
  }

  @Test
  void triesAChangeFiveTimes() throws Exception {
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

  /** The first attempt had changed the event; its answer was lost. */
  @Test
  void countsAChangeWhoseAnswerWasLost() throws Exception {
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

  /** Another import had changed the event. */
  @Test
  void countsNoChangeOfOthers() throws Exception {
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

  @Test
  void deletesWhatTheFileCancels() throws Exception {
    found = having(tea());

    ComponentResult result = only(ComponentImportTest::deleted, CANCELLED);

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
  void raisesTheSequenceOfWhatItDeletes() throws Exception {
    found = having(tea());

    ComponentResult result =
        only(ComponentImportTest::deleted, CANCELLED.replace("STATUS", "SEQUENCE:2\nSTATUS"));

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

    ComponentResult result = only(ComponentImportTest::deleted, CANCELLED);

    assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(sent(DeleteEventRequest.class))
        .extracting(DeleteEventRequest::getId)
        .containsExactly("a", "b");
  }

  @Test
  void takesAnEventThatIsGoneForDeleted() throws Exception {
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
  void reportsARefusedCancellation(int sequence) throws Exception {
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

  @Test
  void looksAgainForAnEventThatAnotherImportCreated() throws Exception {
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
  void givesUpOnAnEventThatIsThereButNotFound() throws Exception {
    ComponentResult result = only(request -> replayed(tea()), event(1, "Tea"));

    assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(result.reason()).isEqualTo("others keep changing it; import the file again");
    assertThat(sent(CreateEventRequest.class)).hasSize(5);
  }

  /** An importer of version 0.1 gave events no UID, and the same request id. */
  @Test
  void givesTheEventOfAnOlderImporterItsVersion() throws Exception {
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
  void findsAnEventWithoutUidByItsTime() throws Exception {
    Event old = tea().toBuilder().clearIcalUid().setId("id-9").build();

    ComponentResult result = only(request -> busyWith(old, request), withoutUid());

    assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(result.eventId()).isEqualTo("id-9");
    assertThat(sent(GetEventRequest.class))
        .containsExactly(GetEventRequest.newBuilder().setOwnerId("anna").setId("id-9").build());
    assertThat(sent(UpdateEventRequest.class)).hasSize(1);
  }

  @Test
  void takesNoOtherEventForTheOneWithoutUid() throws Exception {
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
  void staysBusyWhereTheOtherEventIsGone() throws Exception {
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

  /** A UID that was hashed is reported, whatever becomes of the event. */
  @Test
  void reportsNotesWithEveryOutcome() throws Exception {
    String long256 = LATER.replace("1@x", "x".repeat(256));
    String note = "UID has more than 255 characters: stored as its SHA-256";

    assertThat(only(request -> CREATED, long256).notes()).containsExactly(note);
    server.close();
    assertThat(only(request -> busyWith(tea(), request), long256).notes()).containsExactly(note);
  }

  private ComponentResult only(Function<Message, Message> script, String event) throws Exception {
    ImportReport report = run(script, OwnerSource.always("anna"), event);
    assertThat(report.interruption()).isEmpty();
    assertThat(report.results()).hasSize(1);
    return report.results().get(0);
  }

  private <M extends Message> List<M> sent(Class<M> type) {
    return server.requests().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static Message deleted(Message request) {
    return request instanceof UpdateEventRequest raise
        ? UpdateEventResponse.newBuilder()
            .setEvent(raise.getEvent().toBuilder().setEtag(raise.getEvent().getEtag() + "+"))
            .build()
        : DeleteEventResponse.getDefaultInstance();
  }

  private static Message busyWith(Event other, Message request) {
    if (request instanceof CreateEventRequest) {
      throw error(
          Code.FAILED_PRECONDITION, "DATE_BUSY", Map.of("conflicting_event_id", other.getId()));
    }
    return request instanceof GetEventRequest
        ? GetEventResponse.newBuilder().setEvent(other).build()
        : UpdateEventResponse.getDefaultInstance();
  }

  private static Message replayed(Event event) {
    return CreateEventResponse.newBuilder().setReplayed(true).setEvent(event).build();
  }

  private static FindEventsResponse having(Event event) {
    return FindEventsResponse.newBuilder().addEvents(event).build();
  }

  private static Event tea() {
    try {
      return stored("1@x", "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z").toBuilder()
          .setTitle("Tea")
          .setEtag("e1")
          .build();
    } catch (ParseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String withoutUid() {
    return event(1, "Tea").replace("UID:1@x\n", "");
  }
}
