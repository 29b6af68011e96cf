package calendar.client.command;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ScriptedCalendar;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.Event;
import calendar.v1.GetEventResponse;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import calendar.v1.Reminder;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.rpc.Code;
import com.google.type.Date;
import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program, against a server that answers as each test tells it. */
class CalendarClientProgramTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private ScriptedCalendar server;

  @BeforeEach
  void start() throws IOException {
    server =
        new ScriptedCalendar(
            request -> {
              throw Status.INTERNAL.withDescription("not expected").asRuntimeException();
            });
    environment.put("CALENDAR_GRPC_PORT", Integer.toString(server.address().port()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void booksAndShowsTheEvent() {
    answer(
        request ->
            CreateEventResponse.newBuilder()
                .setEvent(
                    ((CreateEventRequest) request)
                        .getEvent().toBuilder()
                            .setId("id-1")
                            .addReminders(
                                Reminder.newBuilder()
                                    .setRemindBefore(Durations.fromMinutes(90))
                                    .setRemindTime(time("2026-12-01T07:30:00Z"))
                                    .setState(Reminder.State.STATE_DELIVERED)
                                    .setDeliverTime(time("2026-12-01T07:30:01Z"))))
                .build());

    int status =
        run(
            "create",
            "--owner=anna",
            "--title=Stand-up",
            "--start=2026-12-01 10:00",
            "--duration=15m",
            "--remind=1h30m",
            "--zone=Europe/Brussels");

    assertThat(err()).isEmpty();
    assertThat(status).isZero();
    assertThat(out())
        .startsWith("Booked:\n")
        .contains("Title        Stand-up\n")
        .contains("When         Tue 1 Dec 2026 10:00 – 10:15, Europe/Brussels\n")
        .contains(
            "Reminders    1h 30m before, Tue 1 Dec 2026 08:30,"
                + " delivered Tue 1 Dec 2026 08:30:01\n")
        .contains("Id           id-1\n");
    Event sent = ((CreateEventRequest) server.requests().get(0)).getEvent();
    assertThat(sent.getStartTime()).isEqualTo(time("2026-12-01T09:00:00Z"));
    assertThat(sent.getEndTime()).isEqualTo(time("2026-12-01T09:15:00Z"));
    assertThat(sent.getRemindBeforeList()).containsExactly(Durations.fromMinutes(90));
  }

  @Test
  void printsTheAnswerOfTheApiForPrograms() {
    answer(
        request ->
            GetEventResponse.newBuilder()
                .setEvent(Event.newBuilder().setOwnerId("anna").setId("id-1"))
                .build());

    int status = run("get", "id-1", "--owner", "anna", "--output", "json");

    assertThat(status).isZero();
    JsonObject event = JsonParser.parseString(out()).getAsJsonObject().getAsJsonObject("event");
    assertThat(event.get("owner_id").getAsString()).isEqualTo("anna");
    assertThat(event.get("title").getAsString()).isEmpty();
    assertThat(event.getAsJsonArray("reminders")).isEmpty();
  }

  @Test
  void changesOnlyWhatTheOptionsName() {
    answer(request -> UpdateEventResponse.getDefaultInstance());

    int status = run("update", "id-1", "--owner=anna", "--title=New", "--no-remind", "--etag=e7");

    assertThat(status).isZero();
    UpdateEventRequest sent = (UpdateEventRequest) server.requests().get(0);
    assertThat(sent.getUpdateMask().getPathsList()).containsExactly("title", "remind_before");
    assertThat(sent.getEvent().getEtag()).isEqualTo("e7");
    assertThat(sent.getEvent().getRemindBeforeList()).isEmpty();
  }

  @Test
  void listsAllPagesOfADayAsATable() {
    answer(
        request -> {
          boolean first = ((ListDayEventsRequest) request).getPageToken().isEmpty();
          return ListDayEventsResponse.newBuilder()
              .addEvents(first ? event("a", "Breakfast", 6) : event("b", "Lunch", 11))
              .setNextPageToken(first ? "more" : "")
              .build();
        });

    int status = run("day", "--owner=anna", "--date=tomorrow", "--zone=Europe/Brussels");

    assertThat(status).isZero();
    assertThat(out())
        .isEqualTo(
            """
            anna, Tue 1 Dec 2026, Europe/Brussels

            Tue 1 Dec 2026
              07:00 – 08:00  Breakfast  a
              12:00 – 13:00  Lunch      b

            2 events
            """);
    ListDayEventsRequest sent = (ListDayEventsRequest) server.requests().get(0);
    assertThat(sent.getTimeZone()).isEqualTo("Europe/Brussels");
    assertThat(sent.getDate())
        .isEqualTo(Date.newBuilder().setYear(2026).setMonth(12).setDay(1).build());
  }

  @Test
  void saysWithWhatATimeIsBusy() {
    refuse(
        error(
            Code.FAILED_PRECONDITION,
            "DATE_BUSY",
            Map.of(
                "conflicting_event_id", "id-9",
                "conflicting_start_time", "2026-12-01T09:00:00Z",
                "conflicting_end_time", "2026-12-01T09:30:00Z")));

    int status =
        run(
            "create",
            "--owner=a",
            "--title=x",
            "--start=2026-12-01T10:00",
            "--duration=1h",
            "--zone=Europe/Brussels");

    assertThat(status).isEqualTo(1);
    assertThat(out()).isEmpty();
    assertThat(err())
        .isEqualTo("Busy: taken by id-9 from Tue 1 Dec 2026 10:00 to Tue 1 Dec 2026 10:30\n");
  }

  @Test
  void endsWithOneForEveryRefusal() {
    refuse(error(Code.NOT_FOUND, "EVENT_NOT_FOUND", Map.of()));
    assertThat(run("get", "x", "--owner=a")).isEqualTo(1);
    refuse(error(Code.ABORTED, "ETAG_MISMATCH", Map.of()));
    assertThat(run("delete", "x", "--owner=a", "--etag=1")).isEqualTo(1);
    refuse(error(Code.INVALID_ARGUMENT, "INVALID_ARGUMENT", Map.of()));
    assertThat(run("get", "x", "--owner=a")).isEqualTo(1);
    refuse(error(Code.RESOURCE_EXHAUSTED, "OVERLOADED", Map.of()));
    assertThat(run("get", "x", "--owner=a")).isEqualTo(1);
    refuse(Status.UNIMPLEMENTED.withDescription("no such\nmethod").asRuntimeException());
    assertThat(run("get", "x", "--owner=a")).isEqualTo(1);

    assertThat(err().lines())
        .containsExactly(
            "Not found: the message of EVENT_NOT_FOUND",
            "Changed meanwhile: the message of ETAG_MISMATCH",
            "Refused (INVALID_ARGUMENT): the message of INVALID_ARGUMENT",
            "Overloaded: " + server.address() + " has too many calls at once; try again later",
            "Refused (UNIMPLEMENTED): no such method");
  }

  @Test
  void endsWithThreeWhenNobodyAnswers() {
    refuse(error(Code.UNAVAILABLE, "STORAGE_UNAVAILABLE", Map.of()));
    assertThat(run("get", "x", "--owner=a")).isEqualTo(3);
    refuse(Status.DEADLINE_EXCEEDED.asRuntimeException());
    assertThat(run("get", "x", "--owner=a")).isEqualTo(3);
    server.close();
    assertThat(run("get", "x", "--owner=a")).isEqualTo(3);
    assertThat(run("import", "../examples/team-week.ics", "--owner=a")).isEqualTo(3);

    List<String> lines = err().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).contains("the message of STORAGE_UNAVAILABLE");
    assertThat(lines.get(1)).contains("did not answer within the timeout");
    assertThat(lines.get(2)).isEqualTo("Cannot reach " + server.address() + ": Connection refused");
    assertThat(lines.get(3)).endsWith("Import the file again to go on.");
    assertThat(out()).isEqualTo("0 created, 0 already there, 0 busy, 0 skipped\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "book",
        "get x",
        "get x --owner=a --zone=Atlantis",
        "get x --owner=a --timeout=soon",
        "get x --owner=a --timeout=0s",
        "get x --owner=a --address=nowhere:port",
        "get x --owner=a --output=xml",
        "get x --owner=a --config=missing.yaml",
        "list --owner=a --from=2026-12-01 --to=later",
        "day --owner=a --date=2026-02-31",
        "create --owner=a --title=x --start=10:00",
        "create --owner=a --title=x --start=10:00 --duration=1h --end=11:00",
        "create --owner=a --title=x --start=2026-03-29T02:30 --duration=1h --zone=Europe/Brussels",
        "update x --owner=a",
        "update x --owner=a --duration=1h",
        "import missing.ics --owner=a",
        "import ../pom.xml --owner=a",
        "import .. --owner=a",
        "import ../examples/team-week.ics",
        "import ../examples/team-week.ics --owner=a --owner-from=LOCATION",
        "import ../examples/team-week.ics --owner=a --in-flight=0"
      })
  void endsWithTwoAndOneLineForWrongUse(String arguments) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err().lines()).hasSize(1).allMatch(line -> !line.contains("xception"));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void dialsWhereTheConfigurationSaysAndTheAddressWins(@TempDir Path folder) throws IOException {
    answer(request -> GetEventResponse.getDefaultInstance());
    environment.clear();
    Path config = folder.resolve("calendar.yaml");
    Files.writeString(config, "grpc: {ip: 0.0.0.0, port: %d}\n".formatted(server.address().port()));
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(wrong, "grpc: {ip: localhost, port: 1}\n");

    assertThat(run("get", "x", "--owner=a", "--config=" + config)).isZero();
    assertThat(run("get", "x", "--owner=a", "--config=" + wrong)).isEqualTo(3);
    assertThat(run("get", "x", "--owner=a", "--config=" + wrong, "--address=" + server.address()))
        .isZero();
  }

  @Test
  void importsTheSampleAndTellsTheRest() {
    answer(request -> CreateEventResponse.getDefaultInstance());

    assertThat(run("import", "../examples/team-week.ics", "--owner=anna")).isZero();
    assertThat(out())
        .isEqualTo(
            """
            8 created, 0 already there, 0 busy, 2 skipped
            skipped: VEVENT offsite@team-week.example, line 152: all-day
            skipped: VEVENT standup@team-week.example, line 159: recurring
            """);
    assertThat(err()).isEmpty();
  }

  @Test
  void tellsProgramsTheCountsAsJson() {
    answer(request -> CreateEventResponse.newBuilder().setReplayed(true).build());

    assertThat(run("import", "../examples/team-week.ics", "--owner=a", "--output=json")).isZero();
    JsonObject counts = JsonParser.parseString(out()).getAsJsonObject();
    assertThat(counts.get("created").getAsInt()).isZero();
    assertThat(counts.get("already_there").getAsInt()).isEqualTo(8);
    assertThat(counts.get("skipped").getAsInt()).isEqualTo(2);
    assertThat(counts.get("complete").getAsBoolean()).isTrue();
    assertThat(counts.getAsJsonArray("skipped_components").get(0).getAsJsonObject().get("reason"))
        .hasToString("\"all-day\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "create --help", "import -h", "--version"})
  void helps(String arguments) {
    assertThat(run(arguments.split(" "))).isZero();
    assertThat(out()).contains("calendar_client").doesNotContain("${");
    assertThat(err()).isEmpty();
  }

  private int run(String... arguments) {
    return CalendarClientProgram.run(CLOCK, environment, stream(out), stream(err), arguments);
  }

  private void answer(Function<Message, Message> script) {
    server.script(script);
  }

  private void refuse(RuntimeException status) {
    server.script(
        request -> {
          throw status;
        });
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream sink) {
    return new PrintStream(sink, true, StandardCharsets.UTF_8);
  }

  private static Event event(String id, String title, int hour) {
    return Event.newBuilder()
        .setId(id)
        .setTitle(title)
        .setStartTime(time("2026-12-01T%02d:00:00Z".formatted(hour)))
        .setEndTime(time("2026-12-01T%02d:00:00Z".formatted(hour + 1)))
        .build();
  }

  private static com.google.protobuf.Timestamp time(String text) {
    return ProtoTimes.timestamp(Instant.parse(text));
  }
}
