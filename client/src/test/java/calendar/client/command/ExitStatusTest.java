package calendar.client.command;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CreateEventRequest;
import calendar.v1.GetEventResponse;
import com.google.rpc.Code;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exit status and the message of failed commands. */
class ExitStatusTest extends ProgramTestBase {
  @Test
  void exitsWithOneForEveryRejection() {
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
            "Changed since it was read: the message of ETAG_MISMATCH",
            "Rejected (INVALID_ARGUMENT): the message of INVALID_ARGUMENT",
            "Overloaded: " + server.address() + " has too many calls at once; try again later",
            "Rejected (UNIMPLEMENTED): no such method");
  }

  @Test
  void exitsWithThreeWithoutAnswer() {
    refuse(error(Code.UNAVAILABLE, "STORAGE_UNAVAILABLE", Map.of()));
    assertThat(run("get", "x", "--owner=a")).isEqualTo(3);
    refuse(Status.DEADLINE_EXCEEDED.asRuntimeException());
    assertThat(run("get", "x", "--owner=a")).isEqualTo(3);
    server.close();
    assertThat(run("get", "x", "--owner=a")).isEqualTo(3);
    assertThat(run("import", "../examples/team-week.ics", "--owner=a")).isEqualTo(3);

    List<String> lines = err().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .isEqualTo(
            "Unavailable: " + server.address() + " answered: the message of STORAGE_UNAVAILABLE");
    assertThat(lines.get(1)).contains("did not answer within the timeout");
    assertThat(lines.get(2)).isEqualTo("Cannot reach " + server.address() + ": Connection refused");
    assertThat(lines.get(3)).endsWith("The import is not complete; import the file again.");
    assertThat(out())
        .isEqualTo(
            """
            0 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 1 skipped
            All-day events and times without a zone use Europe/Berlin (X-WR-TIMEZONE)
            skipped: VEVENT standup@team-week.example, line 161: recurring
            """);
  }

  @Test
  void explainsHowToRepeatCreate() {
    refuse(Status.UNAVAILABLE.withDescription("gone").asRuntimeException());

    int status = run("create", "--owner=a", "--title=x", "--start=tomorrow 10:00", "--duration=1h");

    String requestId = ((CreateEventRequest) server.requests().get(0)).getRequestId();
    assertThat(status).isEqualTo(3);
    assertThat(UUID.fromString(requestId)).hasToString(requestId);
    assertThat(err())
        .endsWith(
            "; the event may already be booked. To be sure, repeat the command with --request-id="
                + requestId
                + "\n");
  }

  @Test
  void namesConflictingEvent() {
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
        .isEqualTo(
            "Busy: the time overlaps event id-9, from Tue 1 Dec 2026 10:00 to Tue 1 Dec 2026 10:30\n");
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
        "create --owner=a --title=x",
        "create --owner=a --title=x --duration=1h",
        "create --owner=a --title=x --all-day --date=2026-02-29",
        "create --owner=a --title=x --all-day --date=24/12/2026",
        "create --owner=a --title=x --all-day --date=2026-12-24 --days=many",
        "create --owner=a --title=x --all-day --date=2026-12-24 --end=24:00",
        "create --owner=a --title=x --all-day --date=2026-12-24 --duration=1d",
        "create --owner=a --title=x --free --busy --start=tomorrow --duration=1h",
        "update x --owner=a",
        "update x --owner=a --days=2",
        "update x --owner=a --all-day",
        "update x --owner=a --all-day --days=2",
        "update x --owner=a --all-day --date=someday",
        "update x --owner=a --zone=UTC",
        "update x --owner=a --free --busy",
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
  void exitsWithTwoForWrongUsage(String arguments) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err().lines()).hasSize(1).allMatch(line -> !line.contains("xception"));
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "get x --owner=a --timeout=0s | --timeout: expected more than 0",
        "get x --owner=a --timeout=soon | Invalid value for option '--timeout': expected a duration"
            + " such as 15m, 1h30m, 1d or PT15M, found 'soon'",
        "get x --owner=a --zone=+02:00 | Invalid value for option '--zone': expected a time zone"
            + " such as Europe/Brussels, found '+02:00'",
        "get x --owner=a --address=nowhere:port | Invalid value for option '--address': expected"
            + " HOST:PORT such as localhost:8888, found 'nowhere:port'",
        "day --owner=a --date=2026-02-31 | --date: there is no 31 February",
        "create --owner=a --title=x --start=10:00 --duration=1h --zone=UTC | --start: 10:00 today"
            + " has passed; try 'tomorrow 10:00'",
        "create --owner=a --title=x --start=2027-01-01 --duration=PT9223372036854775807S | expected"
            + " times from year 1 to 9999",
        "create --owner=a --title=x --start=2027-01-01 | expected --start with --end or"
            + " --duration, or --all-day with --date",
        "create --owner=a --title=x | expected --start with --end or --duration, or --all-day with"
            + " --date",
        "create --owner=a --title=x --all-day | --all-day needs --date",
        "create --owner=a --title=x --date=2026-12-24 | --date needs --all-day",
        "create --owner=a --title=x --days=2 | --days needs --all-day and --date",
        "create --owner=a --title=x --all-day --date=2026-12-24 --start=10:00 | --all-day needs"
            + " --date instead of --start, --end or --duration",
        "create --owner=a --title=x --all-day --date=2026-12-24 --days=0 | --days: expected 1 to"
            + " 366, found 0",
        "create --owner=a --title=x --all-day --date=2026-12-24 --days=367 | --days: expected 1 to"
            + " 366, found 367",
        "update x --owner=a --date=2026-12-24 --start=10:00 | --date needs --all-day",
        "update x --owner=a | nothing to change: expected --title, --start, --end, --duration,"
            + " --all-day, --free, --busy, --location, --description, --remind or --no-remind",
        "import missing.ics --owner=a | missing.ics: no such file",
        "import .. --owner=a | ..: cannot be read: Is a directory",
        "import src/test/resources/cases/18d-empty.ics --owner=a |"
            + " src/test/resources/cases/18d-empty.ics: the file is empty",
        "import ../pom.xml --owner=a | ../pom.xml: the file is HTML or XML, perhaps a login"
            + " page: expected BEGIN:VCALENDAR",
        "import ../examples/team-week.ics --owner=a --in-flight=0 | --in-flight: expected 1 to"
            + " 1000, found 0",
        "import ../examples/team-week.ics --owner=a --in-flight=1001 | --in-flight: expected 1 to"
            + " 1000, found 1001",
        "import ../examples/team-week.ics --owner=a --zone-of=Office=Atlantis | --zone-of: expected"
            + " a time zone such as Europe/Brussels for 'Office', found 'Atlantis'",
        "import ../examples/team-week.ics --owner=a --charset=Klingon | --charset: expected a"
            + " charset such as ISO-8859-15, found 'Klingon'",
        "import ../examples/team-week.ics --owner=a --default-duration=0s | --default-duration:"
            + " expected more than 0"
      })
  void reportsExpectedValues(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    String command = "calendar_client " + arguments.split(" ")[0];
    assertThat(err()).isEqualTo("%s: %s (see %1$s --help)\n".formatted(command, message));
  }

  @Test
  void givesUpAfterTheTimeout() {
    CountDownLatch end = new CountDownLatch(1);
    answer(
        request -> {
          try {
            end.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
          return GetEventResponse.getDefaultInstance();
        });

    int status = run("get", "x", "--owner=a", "--timeout=PT0.2S");
    end.countDown();

    assertThat(status).isEqualTo(3);
    assertThat(err())
        .isEqualTo("No answer: %s did not answer within the timeout\n".formatted(server.address()));
  }

  @Test
  void reportsConflictWithUnknownTime() {
    refuse(error(Code.FAILED_PRECONDITION, "DATE_BUSY", Map.of("conflicting_event_id", "id-9")));

    assertThat(run("update", "x", "--owner=a", "--end=2026-12-01 9:00")).isEqualTo(1);
    assertThat(err())
        .isEqualTo("Busy: the time overlaps event id-9, from an unknown time to an unknown time\n");
  }

  @Test
  void escapesMessagesOfServer() {
    refuse(Status.INTERNAL.withDescription("\u001b[2Jgone").asRuntimeException());

    assertThat(run("get", "x", "--owner=a")).isEqualTo(1);
    assertThat(err()).isEqualTo("Rejected (INTERNAL): \\u001b[2Jgone\n");
  }

  @Test
  void rejectsSystemZoneWithoutName() {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("GMT+02:00"));
    try {
      assertThat(run("day", "--owner=a")).isEqualTo(2);
    } finally {
      TimeZone.setDefault(before);
    }

    assertThat(err())
        .isEqualTo(
            "calendar_client day: --zone: expected a time zone such as Europe/Brussels, because the"
                + " system's zone GMT+02:00 has no name (see calendar_client day --help)\n");
    assertThat(server.requests()).isEmpty();
  }
}
