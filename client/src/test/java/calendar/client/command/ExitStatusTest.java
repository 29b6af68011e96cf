package calendar.client.command;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CreateEventRequest;
import com.google.rpc.Code;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the program ends and what it says when it did not do what it was asked. */
class ExitStatusTest extends OnCalendarClient {
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
    assertThat(out())
        .isEqualTo(
            "0 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 2 skipped\nskipped: VEVENT offsite@team-week.example, line 152: all-day\nskipped: VEVENT standup@team-week.example, line 159: recurring\n");
  }

  @Test
  void saysHowToRepeatACreateWithoutAnAnswer() {
    refuse(Status.UNAVAILABLE.withDescription("gone").asRuntimeException());

    int status = run("create", "--owner=a", "--title=x", "--start=tomorrow 10:00", "--duration=1h");

    String requestId = ((CreateEventRequest) server.requests().get(0)).getRequestId();
    assertThat(status).isEqualTo(3);
    assertThat(UUID.fromString(requestId)).hasToString(requestId);
    assertThat(err())
        .endsWith(
            "; the event may be booked: repeat the command with --request-id=" + requestId + "\n");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "book",
        "get x",
        "get x --owner=a --zone=Atlantis",
        "day --owner=a --zone=+02:00",
        "day --owner=a --zone=Z",
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
        "create --owner=a --title=x --start=2027-01-01 --duration=PT9223372036854775807S",
        "update x --owner=a",
        "update x --owner=a --start=tomorrow --end=noonish",
        "import missing.ics --owner=a",
        "import ../pom.xml --owner=a",
        "import .. --owner=a",
        "import ../examples/team-week.ics",
        "import ../examples/team-week.ics --owner=a --owner-from=LOCATION",
        "import ../examples/team-week.ics --owner=a --in-flight=0",
        "import ../examples/team-week.ics --owner=a --zone-of=Office=Atlantis",
        "import ../examples/team-week.ics --owner=a --charset=Klingon",
        "import ../examples/team-week.ics --owner=a --default-duration=0s",
        "import src/test/resources/cases/18d-empty.ics --owner=a",
        "import src/test/resources/cases/18e-login-page.ics --owner=a"
      })
  void endsWithTwoAndOneLineForWrongUse(String arguments) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err().lines()).hasSize(1).allMatch(line -> !line.contains("xception"));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void asksForAZoneWhereTheSystemsHasNoName() {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("GMT+02:00"));
    try {
      assertThat(run("day", "--owner=a")).isEqualTo(2);
    } finally {
      TimeZone.setDefault(before);
    }

    assertThat(err())
        .isEqualTo(
            "calendar_client day: --zone: expected a time zone such as Europe/Brussels, since the"
                + " system's is GMT+02:00 (see calendar_client day --help)\n");
    assertThat(server.requests()).isEmpty();
  }
}
