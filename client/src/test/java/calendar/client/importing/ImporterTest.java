package calendar.client.importing;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.client.error.CalendarCallException;
import calendar.client.ics.event.IcsComponent;
import calendar.client.importing.decision.OwnerSource;
import calendar.client.importing.report.ComponentResult;
import calendar.client.importing.report.Conflict;
import calendar.client.importing.report.ImportCounts;
import calendar.client.importing.report.ImportReport;
import calendar.client.importing.report.Outcome;
import calendar.v1.CreateEventRequest;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteEventResponse;
import calendar.v1.Event;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import com.google.rpc.Code;
import io.grpc.Status;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The results for the components of a file. */
class ImporterTest extends ScriptedImport {
  @Test
  void countsEveryComponentOnce() throws Exception {
    Event known = stored("3@x", "2026-12-02T10:00:00Z", "2026-12-02T11:00:00Z");
    found = FindEventsResponse.newBuilder().addEvents(known.toBuilder().setTitle("known")).build();
    ImportReport report =
        run(
            request ->
                switch (title(request)) {
                  case "busy" -> throw error(Code.FAILED_PRECONDITION, "DATE_BUSY", Map.of());
                  case "bad" -> throw error(Code.INVALID_ARGUMENT, "INVALID_ARGUMENT", Map.of());
                  default -> CREATED;
                },
            OwnerSource.always("anna"),
            event(1, "new"),
            event(2, "busy"),
            event(3, "known").replace("20261201", "20261202"),
            event(4, "bad"),
            event(5, "new"),
            event(6, "recurring\nRRULE:FREQ=DAILY"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(2, 0, 1, 0, 1, 2));
    assertThat(report.counts())
        .hasToString("2 created, 0 updated, 1 unchanged, 0 cancelled, 1 busy, 2 skipped");
    assertThat(report.with(Outcome.SKIPPED))
        .extracting(result -> result.component().line() + ": " + result.reason())
        .containsExactly("21: the message of INVALID_ARGUMENT", "33: recurring");
    assertThat(report.interruption()).isEmpty();
    assertThat(progress).last().isEqualTo("6 of 6");
  }

  @Test
  void readsOwnerFromProperty() throws Exception {
    ImportReport report =
        run(
            request -> CREATED,
            OwnerSource.ofEachEvent(),
            event(1, "here\nLOCATION:Room 1"),
            event(2, "nowhere"));

    assertThat(creates())
        .singleElement()
        .satisfies(request -> assertThat(request.getEvent().getOwnerId()).isEqualTo("Room 1"));
    assertThat(report.with(Outcome.SKIPPED))
        .extracting(result -> result.component().line() + ": " + result.reason())
        .containsExactly("10: has no owner");
  }

  @Test
  void skipsSecondEventWithSameUid() throws Exception {
    ImportReport report =
        run(request -> CREATED, OwnerSource.always("anna"), event(1, "first"), event(1, "second"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 1));
    assertThat(report.with(Outcome.SKIPPED))
        .extracting(ComponentResult::reason)
        .containsExactly("same UID, different event: only the event on line 3 is imported");
  }

  @RepeatedTest(20)
  void booksFirstOfTwoOverlappingEvents() throws Exception {
    String[] events = new String[100];
    for (int i = 0; i < events.length; i++) {
      events[i] = event(i, "event " + i).replace("20261201T10", "20261201T1" + i % 10);
    }
    Map<String, String> taken = new ConcurrentHashMap<>();
    inFlight = 64;

    ImportReport report =
        run(
            request -> {
              String start = ((CreateEventRequest) request).getEvent().getStartTime().toString();
              if (taken.putIfAbsent(start, title(request)) != null) {
                throw error(Code.FAILED_PRECONDITION, "DATE_BUSY", Map.of());
              }
              return CREATED;
            },
            OwnerSource.always("anna"),
            events);

    assertThat(report.counts()).isEqualTo(new ImportCounts(10, 0, 0, 0, 90, 0));
    assertThat(report.with(Outcome.CREATED))
        .extracting(result -> result.component().uid())
        .containsExactly("0@x", "1@x", "2@x", "3@x", "4@x", "5@x", "6@x", "7@x", "8@x", "9@x");
  }

  @Test
  void skipsOnlyEventsOfRejectedOwner() throws Exception {
    refusedOwner = "Room 1";

    ImportReport report =
        run(
            request -> CREATED,
            OwnerSource.ofEachEvent(),
            event(1, "here\nLOCATION:Room 1"),
            event(2, "there\nLOCATION:Room 2"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 1));
    assertThat(report.with(Outcome.SKIPPED))
        .extracting(ComponentResult::reason)
        .containsExactly("the message of INVALID_ARGUMENT");
  }

  @Test
  void movesEventToTimeFreedLater() throws Exception {
    Event atTen = stored("1@x", "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z");
    Event atEleven = stored("2@x", "2026-12-01T11:00:00Z", "2026-12-01T12:00:00Z");
    found = FindEventsResponse.newBuilder().addEvents(atTen).addEvents(atEleven).build();
    AtomicInteger moved = new AtomicInteger();

    ImportReport report =
        run(
            request -> {
              UpdateEventRequest update = (UpdateEventRequest) request;
              if (update.getEvent().getId().equals("id 1@x") && moved.get() == 0) {
                throw error(
                    Code.FAILED_PRECONDITION,
                    "DATE_BUSY",
                    Map.of("conflicting_event_id", "id 2@x"));
              }
              moved.incrementAndGet();
              return UpdateEventResponse.getDefaultInstance();
            },
            OwnerSource.always("anna"),
            event(1, "one\nSEQUENCE:1").replace("T10", "T11"),
            event(2, "two\nSEQUENCE:1").replace("T10", "T12"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(0, 2, 0, 0, 0, 0));
  }

  @Test
  void findsFiveHundredComponentsPerCall() throws Exception {
    String[] events = new String[501];
    for (int i = 0; i < events.length; i++) {
      events[i] = event(i, "event").replace("20261201", "" + (20260101 + i % 28));
    }

    ImportReport report = run(request -> CREATED, OwnerSource.always("anna"), events);

    assertThat(report.counts().created()).isEqualTo(501);
    assertThat(finds())
        .extracting(FindEventsRequest::getIcalUidsCount)
        .containsExactlyInAnyOrder(500, 1);
    assertThat(finds()).flatExtracting(FindEventsRequest::getIcalUidsList).doesNotHaveDuplicates();
  }

  @Test
  void findsEventsOfAllPages() throws Exception {
    Event first = stored("1@x", "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z");
    Event second = stored("2@x", "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z");
    finding =
        request ->
            request.getPageToken().isEmpty()
                ? FindEventsResponse.newBuilder()
                    .addEvents(first.toBuilder().setTitle("one"))
                    .setNextPageToken("more")
                    .build()
                : FindEventsResponse.newBuilder()
                    .addEvents(second.toBuilder().setTitle("two"))
                    .build();

    ImportReport report =
        run(request -> CREATED, OwnerSource.always("anna"), event(1, "one"), event(2, "two"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(0, 0, 2, 0, 0, 0));
    assertThat(finds()).extracting(FindEventsRequest::getPageToken).containsExactly("", "more");
    assertThat(finds().get(1).getIcalUidsList()).containsExactlyInAnyOrder("1@x", "2@x");
  }

  @Test
  void failsIfSearchIsRejected() {
    finding =
        request -> {
          throw Status.INTERNAL.withDescription("broken").asRuntimeException();
        };

    assertThatThrownBy(() -> run(request -> CREATED, OwnerSource.always("anna"), event(1, "one")))
        .isInstanceOf(CalendarCallException.class)
        .hasMessage("broken");
    assertThat(creates()).isEmpty();
  }

  @Test
  void deletesBeforeBooking() throws Exception {
    found =
        FindEventsResponse.newBuilder()
            .addEvents(stored("2@x", "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z"))
            .build();

    ImportReport report =
        run(
            request ->
                request instanceof DeleteEventRequest
                    ? DeleteEventResponse.getDefaultInstance()
                    : CREATED,
            OwnerSource.always("anna"),
            event(1, "new"),
            event(2, "old\nSTATUS:CANCELLED"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1, 0, 0));
    assertThat(server.requests())
        .hasExactlyElementsOfTypes(
            FindEventsRequest.class, DeleteEventRequest.class, CreateEventRequest.class);
  }

  @Test
  void namesConflictingComponent() throws Exception {
    ImportReport report =
        run(
            request -> {
              if (title(request).equals("second")) {
                throw error(
                    Code.FAILED_PRECONDITION, "DATE_BUSY", Map.of("conflicting_event_id", "id-1"));
              }
              return CREATED.toBuilder().setEvent(Event.newBuilder().setId("id-1")).build();
            },
            OwnerSource.always("anna"),
            event(1, "first"),
            event(2, "second"));

    Conflict conflict = report.with(Outcome.BUSY).get(0).conflict().orElseThrow();
    assertThat(conflict.component()).get().extracting(IcsComponent::uid).isEqualTo("1@x");
  }

  /** Each event wants the time of the other, so neither can move first. */
  @Test
  void reportsLastingConflictAsBusy() throws Exception {
    Event atTen = stored("1@x", "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z");
    Event atEleven = stored("2@x", "2026-12-01T11:00:00Z", "2026-12-01T12:00:00Z");
    found = FindEventsResponse.newBuilder().addEvents(atTen).addEvents(atEleven).build();

    ImportReport report =
        run(
            request -> {
              String id = ((UpdateEventRequest) request).getEvent().getId();
              String other = id.equals("id 1@x") ? "id 2@x" : "id 1@x";
              throw error(
                  Code.FAILED_PRECONDITION, "DATE_BUSY", Map.of("conflicting_event_id", other));
            },
            OwnerSource.always("anna"),
            event(1, "one\nSEQUENCE:1").replace("T10", "T11"),
            event(2, "two\nSEQUENCE:1"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(0, 0, 0, 0, 2, 0));
    assertThat(report.with(Outcome.BUSY))
        .extracting(result -> result.conflict().orElseThrow().component().orElseThrow().uid())
        .containsExactly("2@x", "1@x");
  }

  @Test
  void reportsProgressFromTheStart() throws Exception {
    inFlight = 1;

    run(
        request -> CREATED,
        OwnerSource.always("anna"),
        event(1, "one"),
        event(2, "two"),
        "BEGIN:VTODO\nEND:VTODO\n");

    assertThat(progress).containsExactly("1 of 3", "2 of 3", "3 of 3");
  }
}
