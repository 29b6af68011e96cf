package calendar.client.importing;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.CalendarClient;
import calendar.client.OverloadedException;
import calendar.client.RetryPolicy;
import calendar.client.ScriptedCalendar;
import calendar.client.UnreachableException;
import calendar.client.ics.IcsFile;
import calendar.client.ics.IcsReader;
import calendar.client.ics.ReadOptions;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.Event;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import calendar.v1.UpdateEventRequest;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImporterTest {
  private static final RetryPolicy QUICK =
      new RetryPolicy(4, Duration.ofMillis(1), Duration.ofMillis(1));
  private static final ReadOptions BY_LOCATION =
      new ReadOptions(
          Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.of("LOCATION"));
  private static final CreateEventResponse CREATED = CreateEventResponse.getDefaultInstance();
  private static final CreateEventResponse REPLAYED =
      CreateEventResponse.newBuilder().setReplayed(true).build();

  private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  private ScriptedCalendar server;
  private FindEventsResponse found = FindEventsResponse.getDefaultInstance();
  private String refusedOwner = "";
  private boolean unavailable;
  private int inFlight = 2;

  @AfterEach
  void stop() {
    server.close();
  }

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
            event(6, "all day").replaceAll("DTSTART:.*", "DTSTART;VALUE=DATE:20261201"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(2, 0, 1, 0, 1, 2));
    assertThat(report.counts())
        .hasToString("2 created, 0 updated, 1 unchanged, 0 cancelled, 1 busy, 2 skipped");
    assertThat(report.with(Outcome.SKIPPED))
        .extracting(result -> result.component().line() + ": " + result.reason())
        .containsExactly("21: the message of INVALID_ARGUMENT", "33: all-day");
    assertThat(report.interruption()).isEmpty();
    assertThat(progress).last().isEqualTo("6 of 6");
  }

  @Test
  void takesTheOwnerFromAProperty() throws Exception {
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
        .containsExactly("10: names no owner");
  }

  @Test
  void doesNotTakeASecondEventOfOneUidForTheFirst() throws Exception {
    ImportReport report =
        run(request -> CREATED, OwnerSource.always("anna"), event(1, "first"), event(1, "second"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 1));
    assertThat(report.with(Outcome.SKIPPED))
        .extracting(ComponentResult::reason)
        .containsExactly("same UID, different event: the one on line 3 counts");
  }

  @Test
  void repeatsWhatAnOverloadedCalendarSendsBack() throws Exception {
    Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

    ImportReport report =
        run(
            request -> {
              if (attempts
                      .computeIfAbsent(title(request), title -> new AtomicInteger())
                      .incrementAndGet()
                  < 3) {
                throw error(Code.RESOURCE_EXHAUSTED, "OVERLOADED", Map.of());
              }
              return CREATED;
            },
            OwnerSource.always("anna"),
            event(1, "one"),
            event(2, "two"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0, 0));
    assertThat(creates()).hasSize(6);
  }

  @Test
  void givesUpOnACalendarThatStaysOverloaded() throws Exception {
    ImportReport report =
        run(
            request -> {
              throw error(Code.RESOURCE_EXHAUSTED, "OVERLOADED", Map.of());
            },
            OwnerSource.always("anna"),
            event(1, "one"));

    assertThat(report.interruption()).containsInstanceOf(OverloadedException.class);
    assertThat(report.counts()).isEqualTo(new ImportCounts(0, 0, 0, 0, 0, 0));
    assertThat(creates()).hasSize(QUICK.attempts());
  }

  @Test
  void doesNotWaitForACalendarThatWasNeverThere() throws Exception {
    unavailable = true;

    ImportReport report = run(request -> CREATED, OwnerSource.always("anna"), event(1, "one"));

    assertThat(report.interruption()).containsInstanceOf(UnreachableException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void waitsForACalendarThatGoesAway() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    inFlight = 1;

    ImportReport report =
        run(
            request -> {
              if (calls.incrementAndGet() == 2) {
                throw Status.UNAVAILABLE.asRuntimeException();
              }
              return CREATED;
            },
            OwnerSource.always("anna"),
            event(1, "one"),
            event(2, "two"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0, 0));
    assertThat(creates()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED"})
  void countsAsItsOwnWhatACallWithoutAnAnswerHadCreated(Status.Code noAnswer) throws Exception {
    AtomicInteger calls = new AtomicInteger();
    inFlight = 1;

    ImportReport report =
        run(
            request ->
                switch (calls.incrementAndGet()) {
                  case 1 -> throw noAnswer.toStatus().asRuntimeException();
                  case 2 -> throw error(Code.RESOURCE_EXHAUSTED, "OVERLOADED", Map.of());
                  default -> REPLAYED;
                },
            OwnerSource.always("anna"),
            event(1, "without an answer, then sent back, then there"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 0, 0));
    assertThat(creates()).hasSize(3);
  }

  @RepeatedTest(20)
  void givesAContestedTimeToTheEarlierEventOfTheFile() throws Exception {
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
  void skipsOnlyTheEventsOfARefusedOwner() throws Exception {
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
  void movesAnEventIntoTheTimeThatALaterOneGivesUp() throws Exception {
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
  void keepsNoMoreCallsInFlightThanItMay() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    String[] events = new String[40];
    for (int i = 0; i < events.length; i++) {
      events[i] = event(i, "event " + i);
    }

    ImportReport report =
        run(
            request -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.yield();
              now.decrementAndGet();
              return CREATED;
            },
            OwnerSource.always("anna"),
            events);

    assertThat(report.counts().created()).isEqualTo(events.length);
    assertThat(most.get()).isBetween(1, 2);
  }

  private ImportReport run(Function<Message, Message> script, OwnerSource owners, String... events)
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
    return found;
  }

  private List<CreateEventRequest> creates() {
    return server.requests().stream()
        .filter(CreateEventRequest.class::isInstance)
        .map(CreateEventRequest.class::cast)
        .toList();
  }

  private static Event stored(String uid, String start, String end) throws ParseException {
    return Event.newBuilder()
        .setId("id " + uid)
        .setOwnerId("anna")
        .setIcalUid(uid)
        .setStartTime(Timestamps.parse(start))
        .setEndTime(Timestamps.parse(end))
        .build();
  }

  private static String event(int uid, String title) {
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

  private static String title(Message request) {
    return ((CreateEventRequest) request).getEvent().getTitle();
  }
}
