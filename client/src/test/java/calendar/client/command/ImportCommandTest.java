package calendar.client.command;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the program reports the end of an import. */
class ImportCommandTest extends OnCalendarClient {
  private static final String CASES = "src/test/resources/cases/";

  @Test
  void importsTheSampleAndReportsTheRest() {
    answer(ImportCommandTest::created);

    assertThat(run("import", "../examples/team-week.ics", "--owner=anna")).isZero();
    assertThat(out())
        .isEqualTo(
            """
            8 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 2 skipped
            skipped: VEVENT offsite@team-week.example, line 152: all-day
            skipped: VEVENT standup@team-week.example, line 159: recurring
            """);
    assertThat(err()).isEmpty();
  }

  @Test
  void namesWhatIsBusyAndWhatIsInItsWay() {
    answer(ImportCommandTest::busySecond);

    assertThat(run("import", CASES + "29-overlap-order.ics", "--owner=a", "--zone=UTC")).isZero();
    assertThat(out())
        .isEqualTo(
            """
            1 created, 0 updated, 0 unchanged, 0 cancelled, 1 busy, 0 skipped
            busy: VEVENT second@x, line 11: Tue 1 Jun 2027 08:30 – 09:30 is taken by line 4 first@x, Tue 1 Jun 2027 08:00 – 09:00
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
        .contains("Times without a zone were read in Pacific/Auckland (X-WR-TIMEZONE)\n")
        .contains("Text that is not UTF-8 was read as windows-1252\n")
        .contains("The file has no events.\n")
        .contains(
            "created: VEVENT y6@x, line 39: alarm dropped, line 48: more than 366 days before\n");
  }

  @Test
  void tellsProgramsTheSameAsJson() {
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
    assertThat(out()).startsWith("8 created");
  }

  @Test
  void showsPercentOnATerminal() {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    try (ImportProgress progress =
        new ImportProgress(new PrintStream(terminal, true, StandardCharsets.UTF_8))) {
      progress.progressed(250, 1000);
    }

    assertThat(terminal.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r\u001b[2K25 % (250 of 1000)\r\u001b[2K");
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
      throw error(
          Code.FAILED_PRECONDITION,
          "DATE_BUSY",
          Map.of(
              "conflicting_event_id", "id-1",
              "conflicting_start_time", "2027-06-01T08:00:00Z",
              "conflicting_end_time", "2027-06-01T09:00:00Z"));
    }
    return created(request);
  }
}
