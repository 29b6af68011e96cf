package calendar.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteEventResponse;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import calendar.v1.Reminder;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonStreamParser;
import com.google.protobuf.util.Durations;
import com.google.type.Date;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program asks for, and how it shows the answers. */
class CalendarClientProgramTest extends ProgramTestBase {
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
  void endsTheEventOnTheDayOfItsStart() {
    answer(request -> CreateEventResponse.getDefaultInstance());

    int status =
        run(
            "create",
            "--owner=anna",
            "--title=Party",
            "--start=2026-12-01 22:00",
            "--end=24:00",
            "--zone=Europe/Brussels");

    assertThat(status).isZero();
    assertThat(err()).isEmpty();
    Event sent = ((CreateEventRequest) server.requests().get(0)).getEvent();
    assertThat(sent.getStartTime()).isEqualTo(time("2026-12-01T21:00:00Z"));
    assertThat(sent.getEndTime()).isEqualTo(time("2026-12-01T23:00:00Z"));
  }

  @Test
  void sendsTheDescriptionAndTheRequestId() {
    answer(request -> CreateEventResponse.getDefaultInstance());
    String requestId = "00000000-0000-4000-8000-000000000001";

    assertThat(create("--description=Be brief.", "--request-id=" + requestId)).isZero();
    assertThat(create()).isZero();

    CreateEventRequest sent = (CreateEventRequest) server.requests().get(0);
    assertThat(sent.getEvent().getOwnerId()).isEqualTo("anna");
    assertThat(sent.getEvent().getTitle()).isEqualTo("Tea");
    assertThat(sent.getEvent().getDescription()).isEqualTo("Be brief.");
    assertThat(sent.getRequestId()).isEqualTo(requestId);
    CreateEventRequest next = (CreateEventRequest) server.requests().get(1);
    assertThat(next.getEvent().getDescription()).isEmpty();
    assertThat(next.getRequestId()).isNotEqualTo(requestId);
  }

  @Test
  void saysThatARepeatedEventWasThere() {
    answer(request -> CreateEventResponse.newBuilder().setReplayed(true).build());

    assertThat(create()).isZero();
    assertThat(out()).startsWith("Already there:\nTitle\n");
  }

  @Test
  void showsAnEvent() {
    answer(request -> GetEventResponse.newBuilder().setEvent(event("id-1", "Tea", 9)).build());

    assertThat(run("get", "id-1", "--owner=anna", "--zone=UTC")).isZero();
    assertThat(out()).startsWith("Title        Tea\n").contains("Id           id-1\n");
    assertThat(server.requests())
        .containsExactly(GetEventRequest.newBuilder().setOwnerId("anna").setId("id-1").build());
  }

  @Test
  void deletesAnEvent() {
    answer(request -> DeleteEventResponse.getDefaultInstance());

    assertThat(run("delete", "id-1", "--owner=anna", "--etag=e7")).isZero();
    assertThat(out()).isEqualTo("Deleted: id-1\n");
    assertThat(server.requests())
        .containsExactly(
            DeleteEventRequest.newBuilder().setOwnerId("anna").setId("id-1").setEtag("e7").build());
  }

  @Test
  void showsAChangedEvent() {
    answer(request -> UpdateEventResponse.newBuilder().setEvent(event("id-1", "New", 9)).build());

    int status =
        run("update", "id-1", "--owner=anna", "--description=Later", "--remind=1d", "--remind=10m");

    assertThat(status).isZero();
    assertThat(out()).startsWith("Changed:\nTitle        New\n");
    UpdateEventRequest sent = (UpdateEventRequest) server.requests().get(0);
    assertThat(sent.getUpdateMask().getPathsList()).containsExactly("description", "remind_before");
    assertThat(sent.getEvent().getOwnerId()).isEqualTo("anna");
    assertThat(sent.getEvent().getId()).isEqualTo("id-1");
    assertThat(sent.getEvent().getDescription()).isEqualTo("Later");
    assertThat(sent.getEvent().getRemindBeforeList())
        .containsExactly(Durations.fromDays(1), Durations.fromMinutes(10));
  }

  @Test
  void printsEveryAnswerForPrograms() {
    answer(request -> CreateEventResponse.newBuilder().setReplayed(true).build());
    assertThat(create("--output=json")).isZero();
    answer(request -> UpdateEventResponse.newBuilder().setEvent(event("id-1", "New", 9)).build());
    assertThat(run("update", "id-1", "--owner=anna", "--title=New", "--output=json")).isZero();
    answer(request -> DeleteEventResponse.getDefaultInstance());
    assertThat(run("delete", "id-1", "--owner=anna", "--output=json")).isZero();

    JsonStreamParser answers = new JsonStreamParser(out());
    assertThat(answers.next().getAsJsonObject().get("replayed").getAsBoolean()).isTrue();
    JsonObject updated = answers.next().getAsJsonObject().getAsJsonObject("event");
    assertThat(updated.get("title").getAsString()).isEqualTo("New");
    assertThat(answers.next().getAsJsonObject().entrySet()).isEmpty();
    assertThat(answers.hasNext()).isFalse();
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

  @ParameterizedTest
  @ValueSource(strings = {"table", "json"})
  void noTextSteersTheTerminal(String output) {
    String text = "a\u0085b\u009bc\u2028d\u202ee\u2066f\ufeffg\u200fh";
    Event event = Event.newBuilder().setOwnerId(text).setTitle(text).setDescription(text).build();
    answer(request -> GetEventResponse.newBuilder().setEvent(event).build());

    assertThat(run("get", "id-1", "--owner", "anna", "--output", output)).isZero();

    assertThat(out())
        .doesNotContainPattern("[\u0080-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
        .contains("a\\u0085b\\u009bc\\u2028d\\u202ee\\u2066f\\ufeffg\\u200fh");
    if (output.equals("json")) {
      JsonObject shown = JsonParser.parseString(out()).getAsJsonObject().getAsJsonObject("event");
      assertThat(shown.get("title").getAsString()).isEqualTo(text);
    }
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
  void needsNoOtherSettingBesideTheAddress() {
    answer(request -> GetEventResponse.getDefaultInstance());
    environment.put("CALENDAR_GRPC_PORT", "none");

    assertThat(run("get", "x", "--owner=a", "--address=" + server.address())).isZero();
    assertThat(run("get", "x", "--owner=a")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "[::]"})
  void dialsThisMachineWhereAServerListensEverywhere(String ip) {
    answer(request -> GetEventResponse.getDefaultInstance());
    environment.put("CALENDAR_GRPC_IP", ip);

    assertThat(run("get", "x", "--owner=a")).isZero();
    server.close();
    assertThat(run("get", "x", "--owner=a")).isEqualTo(3);
    assertThat(err()).startsWith("Cannot reach localhost:");
  }

  @Test
  void tellsTheVersionOfTheBuild() {
    assertThat(run("--version")).isZero();
    assertThat(out()).matches("calendar_client \\d+\\.\\d+\\.\\d+.*\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "create --help", "import -h", "--version"})
  void helps(String arguments) {
    assertThat(run(arguments.split(" "))).isZero();
    assertThat(out()).contains("calendar_client").doesNotContain("${");
    assertThat(err()).isEmpty();
  }

  private int create(String... options) {
    String[] arguments = new String[options.length + 5];
    arguments[0] = "create";
    arguments[1] = "--owner=anna";
    arguments[2] = "--title=Tea";
    arguments[3] = "--start=2026-12-01 10:00";
    arguments[4] = "--duration=15m";
    System.arraycopy(options, 0, arguments, 5, options.length);
    return run(arguments);
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
