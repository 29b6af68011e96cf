package calendar.client.importing;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.CalendarClient;
import calendar.client.OverloadedException;
import calendar.client.RetryPolicy;
import calendar.client.ScriptedCalendar;
import calendar.client.UnreachableException;
import calendar.client.ics.IcsReader;
import calendar.client.ics.SkippedComponent;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImporterTest {
  private static final RetryPolicy QUICK =
      new RetryPolicy(4, Duration.ofMillis(1), Duration.ofMillis(1));
  private static final CreateEventResponse CREATED = CreateEventResponse.getDefaultInstance();
  private static final CreateEventResponse REPLAYED =
      CreateEventResponse.newBuilder().setReplayed(true).build();

  private final List<ImportCounts> progress = new ArrayList<>();
  private ScriptedCalendar server;
  private int inFlight = 2;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void countsEveryComponentOnce() throws Exception {
    ImportReport report =
        run(
            request ->
                switch (title(request)) {
                  case "busy" -> throw error(Code.FAILED_PRECONDITION, "DATE_BUSY", Map.of());
                  case "bad" -> throw error(Code.INVALID_ARGUMENT, "INVALID_ARGUMENT", Map.of());
                  case "known" -> REPLAYED;
                  default -> CREATED;
                },
            OwnerSource.always("anna"),
            event(1, "new"),
            event(2, "busy"),
            event(3, "known"),
            event(4, "bad"),
            event(5, "new"),
            event(6, "all day").replaceAll("DTSTART:.*", "DTSTART;VALUE=DATE:20261201"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(2, 1, 1, 2));
    assertThat(report.counts()).hasToString("2 created, 1 already there, 1 busy, 2 skipped");
    assertThat(report.skipped())
        .containsExactly(
            new SkippedComponent("VEVENT", "4@x", 21, "the message of INVALID_ARGUMENT"),
            new SkippedComponent("VEVENT", "6@x", 33, "all-day"));
    assertThat(report.interruption()).isEmpty();
    assertThat(progress).last().isEqualTo(report.counts());
  }

  @Test
  void takesTheOwnerFromAProperty() throws Exception {
    ImportReport report =
        run(
            request -> CREATED,
            OwnerSource.property("location"),
            event(1, "here\nLOCATION:Room 1"),
            event(2, "nowhere"));

    assertThat(server.requests())
        .singleElement()
        .isInstanceOfSatisfying(
            CreateEventRequest.class,
            request -> assertThat(request.getEvent().getOwnerId()).isEqualTo("Room 1"));
    assertThat(report.skipped())
        .containsExactly(new SkippedComponent("VEVENT", "2@x", 10, "names no owner"));
  }

  @Test
  void doesNotTakeASecondEventOfOneUidForTheFirst() throws Exception {
    ImportReport report =
        run(request -> CREATED, OwnerSource.always("anna"), event(1, "first"), event(1, "second"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1));
    assertThat(report.skipped())
        .extracting(SkippedComponent::reason)
        .containsExactly("repeats the UID of an earlier event");
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

    assertThat(report.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0));
    assertThat(server.requests()).hasSize(6);
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
    assertThat(report.counts()).isEqualTo(new ImportCounts(0, 0, 0, 0));
    assertThat(server.requests()).hasSize(QUICK.attempts());
  }

  @Test
  void doesNotWaitForACalendarThatWasNeverThere() throws Exception {
    ImportReport report =
        run(
            request -> {
              throw Status.UNAVAILABLE.asRuntimeException();
            },
            OwnerSource.always("anna"),
            event(1, "one"));

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

    assertThat(report.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0));
    assertThat(server.requests()).hasSize(3);
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
                  case 1, 4, 6 -> REPLAYED;
                  case 2 -> throw noAnswer.toStatus().asRuntimeException();
                  default -> throw error(Code.RESOURCE_EXHAUSTED, "OVERLOADED", Map.of());
                },
            OwnerSource.always("anna"),
            event(1, "there before"),
            event(2, "without an answer, then sent back, then there"),
            event(3, "sent back, then there"));

    assertThat(report.counts()).isEqualTo(new ImportCounts(1, 2, 0, 0));
    assertThat(server.requests()).hasSize(6);
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
    server = new ScriptedCalendar(script);
    String file = "BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", events) + "END:VCALENDAR\n";
    byte[] octets = file.getBytes(StandardCharsets.UTF_8);
    try (CalendarClient client = CalendarClient.connect(server.address(), Duration.ofSeconds(20));
        IcsReader reader = new IcsReader(new ByteArrayInputStream(octets), ZoneId.of("UTC"))) {
      return new Importer(client.async(), QUICK, inFlight, progress::add).run(reader, owners);
    }
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
