package calendar.client.command;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output and the exit status of an import. */
class ImportCommandTest extends ProgramTestBase {
  private static final String CASES = "src/test/resources/cases/";

  @Test
  void importsSampleAndReportsSkippedEvents() {
    answer(ImportCommandTest::created);

    assertThat(run("import", "../examples/team-week.ics", "--owner=anna")).isZero();
    assertThat(out())
        .isEqualTo(
            """
            9 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 1 skipped
            All-day events and times without a zone use Europe/Berlin (X-WR-TIMEZONE)
            skipped: VEVENT standup@team-week.example, line 161: recurring
            """);
    assertThat(err()).isEmpty();
  }

  @Test
  void namesBusyEventAndItsConflict() {
    answer(ImportCommandTest::busySecond);

    assertThat(run("import", CASES + "29-overlap-order.ics", "--owner=a", "--zone=UTC")).isZero();
    assertThat(out())
        .isEqualTo(
            """
            1 created, 0 updated, 0 unchanged, 0 cancelled, 1 busy, 0 skipped
            busy: VEVENT second@x, line 11: Tue 1 Jun 2027 08:30 – 09:30 overlaps the event on line 4 first@x, Tue 1 Jun 2027 08:00 – 09:00
            """);
  }

  @Test
  void reportsZoneCharsetAndDroppedAlarms() {
    answer(ImportCommandTest::created);

    assertThat(run("import", CASES + "05-floating-x-wr-timezone.ics", "--owner=a")).isZero();
    assertThat(run("import", CASES + "18-latin1.ics", "--owner=a")).isZero();
    assertThat(run("import", CASES + "18f-no-events.ics", "--owner=a")).isZero();
    assertThat(run("import", CASES + "27-far-times.ics", "--owner=a")).isZero();
    assertThat(out())
        .contains("All-day events and times without a zone use Pacific/Auckland (X-WR-TIMEZONE)\n")
        .contains("Text that is not UTF-8 was read as windows-1252\n")
        .contains("The file has no events.\n")
        .contains(
            "created: VEVENT y6@x, line 39: alarm dropped, line 48: more than 366 days before\n");
  }

  @Test
  void printsSameResultsAsJson() {
    answer(ImportCommandTest::busySecond);

    assertThat(run("import", CASES + "29-overlap-order.ics", "--owner=a", "--output=json"))
        .isZero();
    JsonObject report = JsonParser.parseString(out()).getAsJsonObject();
    assertThat(report.get("created").getAsInt()).isEqualTo(1);
    assertThat(report.get("busy").getAsInt()).isEqualTo(1);
    assertThat(report.get("complete").getAsBoolean()).isTrue();
    JsonObject busy = report.getAsJsonArray("components").get(1).getAsJsonObject();
    assertThat(busy.get("outcome").getAsString()).isEqualTo("busy");
    assertThat(busy.get("line").getAsInt()).isEqualTo(11);
    assertThat(busy.getAsJsonObject("conflict").get("uid").getAsString()).isEqualTo("first@x");
  }

  @Test
  void printsCompleteResultsAsJson(@TempDir Path folder) throws IOException {
    answer(ImportCommandTest::busySecond);
    Path file = folder.resolve("calendar.ics");
    Files.writeString(
        file,
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        X-WR-TIMEZONE:Europe/Brussels
        BEGIN:VEVENT
        UID:1@x
        DTSTART:20270601T100000
        DURATION:PT1H
        SUMMARY:first ü
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:PT10M
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        UID:2@x
        DTSTART:20270601T103000
        DURATION:PT1H
        SUMMARY:second
        END:VEVENT
        BEGIN:VTODO
        UID:3@x
        END:VTODO
        END:VCALENDAR
        """,
        StandardCharsets.ISO_8859_1);

    assertThat(run("import", file.toString(), "--owner=a", "--output=json")).isZero();
    String skipped =
        "{'component': 'VTODO', 'uid': '3@x', 'line': 20, 'outcome': 'skipped',"
            + " 'reason': 'not an event'}";
    assertThat(JsonParser.parseString(out()))
        .isEqualTo(
            JsonParser.parseString(
                """
                {'created': 1, 'updated': 0, 'unchanged': 0, 'cancelled': 0, 'busy': 1,
                 'skipped': 1, 'complete': true, 'charsets': ['windows-1252'],
                 'floating_zones': ['Europe/Brussels (X-WR-TIMEZONE)'],
                 'components': [
                   {'component': 'VEVENT', 'uid': '1@x', 'line': 4, 'outcome': 'created',
                    'event_id': 'id-1', 'notes': ['alarm dropped, line 11: after the start']},
                   {'component': 'VEVENT', 'uid': '2@x', 'line': 14, 'outcome': 'busy',
                    'conflict': {'event_id': 'id-1', 'start_time': '2027-06-01T08:00:00Z',
                     'end_time': '2027-06-01T09:00:00Z', 'uid': '1@x', 'line': 4}},
                   %1$s],
                 'skipped_components': [%1$s]}
                """
                    .formatted(skipped)));
  }

  @Test
  void printsDatesOfConflictAsJson(@TempDir Path folder) throws IOException {
    answer(ImportCommandTest::busySecond);
    Path file = folder.resolve("calendar.ics");
    Files.writeString(
        file,
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:1@x
        DTSTART:20270601
        SUMMARY:first
        END:VEVENT
        BEGIN:VEVENT
        UID:2@x
        DTSTART:20270601T103000Z
        DURATION:PT1H
        SUMMARY:second all-day
        END:VEVENT
        END:VCALENDAR
        """);

    assertThat(run("import", file.toString(), "--owner=a", "--output=json")).isZero();
    JsonObject report = JsonParser.parseString(out()).getAsJsonObject();
    assertThat(report.getAsJsonArray("components").get(1).getAsJsonObject().get("conflict"))
        .isEqualTo(
            JsonParser.parseString(
                """
                {'event_id': 'id-1', 'start_time': '2027-06-01T00:00:00Z',
                 'end_time': '2027-06-02T00:00:00Z', 'start_date': '2027-06-01',
                 'end_date': '2027-06-02', 'uid': '1@x', 'line': 3}
                """));
  }

  @Test
  void reportsIncompleteImportAsJson() {
    refuse(Status.UNAVAILABLE.asRuntimeException());

    assertThat(run("import", CASES + "29-overlap-order.ics", "--owner=a", "--output=json"))
        .isEqualTo(3);
    JsonObject report = JsonParser.parseString(out()).getAsJsonObject();
    assertThat(report.get("complete").getAsBoolean()).isFalse();
    assertThat(report.getAsJsonArray("components")).isEmpty();
  }

  @Test
  void appliesFileOptions(@TempDir Path folder) throws IOException {
    answer(ImportCommandTest::created);
    Path file = folder.resolve("calendar.ics");
    Files.writeString(
        file,
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:1@x
        DTSTART;TZID=Office:20261201T100000
        SUMMARY:5 €
        LOCATION:Room 1
        END:VEVENT
        BEGIN:VEVENT
        UID:2@x
        DTSTART:20261201T100000
        LOCATION:Room 2
        END:VEVENT
        END:VCALENDAR
        """,
        Charset.forName("ISO-8859-15"));

    assertThat(
            run(
                "import",
                file.toString(),
                "--owner-from=LOCATION",
                "--zone-of=Office=Europe/Paris",
                "--charset=ISO-8859-15",
                "--default-duration=30m",
                "--zone=Asia/Tokyo",
                "--in-flight=1"))
        .isZero();

    assertThat(err()).isEmpty();
    assertThat(server.requests())
        .filteredOn(CreateEventRequest.class::isInstance)
        .extracting(request -> ((CreateEventRequest) request).getEvent())
        .satisfiesExactly(
            event -> {
              assertThat(event.getOwnerId()).isEqualTo("Room 1");
              assertThat(event.getTitle()).isEqualTo("5 €");
              assertThat(ProtoTimes.instant(event.getStartTime()))
                  .isEqualTo("2026-12-01T09:00:00Z");
              assertThat(ProtoTimes.instant(event.getEndTime())).isEqualTo("2026-12-01T09:30:00Z");
            },
            event -> {
              assertThat(event.getOwnerId()).isEqualTo("Room 2");
              assertThat(ProtoTimes.instant(event.getStartTime()))
                  .isEqualTo("2026-12-01T01:00:00Z");
            });
  }

  @Test
  void allowsThousandCallsInFlight() {
    answer(ImportCommandTest::created);

    assertThat(run("import", CASES + "29-overlap-order.ics", "--owner=a", "--in-flight=1000"))
        .isZero();
  }

  @Test
  void readsStandardInput() throws Exception {
    answer(ImportCommandTest::created);
    InputStream before = System.in;
    byte[] file = Files.readAllBytes(Path.of("../examples/team-week.ics"));
    System.setIn(new ByteArrayInputStream(file));
    try {
      assertThat(run("import", "-", "--owner=anna")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(out()).startsWith("9 created");
  }

  private static Message created(Message request) {
    return request instanceof FindEventsRequest
        ? FindEventsResponse.getDefaultInstance()
        : CreateEventResponse.newBuilder()
            .setEvent(((CreateEventRequest) request).getEvent().toBuilder().setId("id-1"))
            .build();
  }

  private static Message busySecond(Message request) {
    if (request instanceof CreateEventRequest create
        && create.getEvent().getTitle().startsWith("second")) {
      boolean allDay = create.getEvent().getTitle().endsWith("all-day");
      throw error(
          Code.FAILED_PRECONDITION,
          "DATE_BUSY",
          Map.of(
              "conflicting_event_id", "id-1",
              "conflicting_start_time", allDay ? "2027-06-01T00:00:00Z" : "2027-06-01T08:00:00Z",
              "conflicting_end_time", allDay ? "2027-06-02T00:00:00Z" : "2027-06-01T09:00:00Z"));
    }
    return created(request);
  }
}
