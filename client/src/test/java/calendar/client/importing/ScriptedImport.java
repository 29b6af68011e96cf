package calendar.client.importing;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.CalendarClient;
import calendar.client.RetryPolicy;
import calendar.client.ScriptedCalendar;
import calendar.client.ics.IcsReader;
import calendar.client.ics.ReadOptions;
import calendar.client.ics.event.IcsFile;
import calendar.client.importing.decision.OwnerSource;
import calendar.client.importing.report.ComponentResult;
import calendar.client.importing.report.ImportReport;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.Event;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.UpdateEventResponse;
import com.google.protobuf.Message;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.Code;
import io.grpc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** Imports into a server with scripted answers. */
abstract class ScriptedImport {
  static final RetryPolicy QUICK = new RetryPolicy(4, Duration.ofMillis(1), Duration.ofMillis(1));
  static final ReadOptions BY_LOCATION =
      new ReadOptions(
          Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.of("LOCATION"));
  static final CreateEventResponse CREATED = CreateEventResponse.getDefaultInstance();
  static final CreateEventResponse REPLAYED =
      CreateEventResponse.newBuilder().setReplayed(true).build();

  final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  ScriptedCalendar server;
  volatile FindEventsResponse found = FindEventsResponse.getDefaultInstance();
  Function<FindEventsRequest, FindEventsResponse> finding = request -> found;
  String refusedOwner = "";
  boolean unavailable;
  int inFlight = 2;

  @AfterEach
  void stop() {
    server.close();
  }

  final ImportReport run(Function<Message, Message> script, OwnerSource owners, String... events)
      throws IOException, InterruptedException {
    server =
        new ScriptedCalendar(
            request ->
                request instanceof FindEventsRequest find ? found(find) : script.apply(request));
    String file = "BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", events) + "END:VCALENDAR\n";
    IcsFile read = IcsReader.read(file.getBytes(StandardCharsets.UTF_8), BY_LOCATION);
    try (CalendarClient client = CalendarClient.connect(server.address(), Duration.ofSeconds(20))) {
      return new Importer(
              client.async(),
              QUICK,
              inFlight,
              (settled, total) -> progress.add(settled + " of " + total))
          .run(read, owners);
    }
  }

  private Message found(FindEventsRequest request) {
    if (request.getOwnerId().equals(refusedOwner)) {
      throw error(Code.INVALID_ARGUMENT, "INVALID_ARGUMENT", Map.of());
    }
    if (unavailable) {
      throw Status.UNAVAILABLE.asRuntimeException();
    }
    return finding.apply(request);
  }

  final List<FindEventsRequest> finds() {
    return sent(FindEventsRequest.class);
  }

  final List<CreateEventRequest> creates() {
    return sent(CreateEventRequest.class);
  }

  static Event stored(String uid, String start, String end) throws ParseException {
    return Event.newBuilder()
        .setId("id " + uid)
        .setOwnerId("anna")
        .setIcalUid(uid)
        .setStartTime(Timestamps.parse(start))
        .setEndTime(Timestamps.parse(end))
        .build();
  }

  static String event(int uid, String title) {
    return """
        BEGIN:VEVENT
        UID:%d@x
        DTSTART:20261201T100000Z
        DURATION:PT1H
        SUMMARY:%s
        END:VEVENT
        """
        .formatted(uid, title);
  }

  static String title(Message request) {
    return ((CreateEventRequest) request).getEvent().getTitle();
  }

  final ComponentResult only(Function<Message, Message> script, String event) throws Exception {
    ImportReport report = run(script, OwnerSource.always("anna"), event);
    assertThat(report.interruption()).isEmpty();
    assertThat(report.results()).hasSize(1);
    return report.results().get(0);
  }

  final <M extends Message> List<M> sent(Class<M> type) {
    return server.requests().stream().filter(type::isInstance).map(type::cast).toList();
  }

  static Message busyWith(Event other, Message request) {
    if (request instanceof CreateEventRequest) {
      throw error(
          Code.FAILED_PRECONDITION, "DATE_BUSY", Map.of("conflicting_event_id", other.getId()));
    }
    return request instanceof GetEventRequest
        ? GetEventResponse.newBuilder().setEvent(other).build()
        : UpdateEventResponse.getDefaultInstance();
  }

  static Message replayed(Event event) {
    return CreateEventResponse.newBuilder().setReplayed(true).setEvent(event).build();
  }

  static FindEventsResponse having(Event event) {
    return FindEventsResponse.newBuilder().addEvents(event).build();
  }

  static Event tea() {
    try {
      return stored("1@x", "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z").toBuilder()
          .setTitle("Tea")
          .setEtag("e1")
          .build();
    } catch (ParseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String withoutUid() {
    return event(1, "Tea").replace("UID:1@x\n", "");
  }
}
