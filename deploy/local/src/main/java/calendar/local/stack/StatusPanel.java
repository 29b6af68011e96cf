package calendar.local.stack;

import static java.util.stream.Collectors.joining;

import calendar.local.postgres.DatabaseAccess;
import calendar.local.postgres.EmbeddedDatabase;
import calendar.local.process.Folders;
import java.nio.file.Path;
import java.util.List;

/** One screen of text: where everything listens, and first commands to try. */
record StatusPanel(LocalStack stack, Path data) {

  String text() {
    return """

    Calendar runs.
      gRPC        %s
      hello       %s
      health      %shealth
      metrics     %smetrics
      scheduler   %s
      sender      %s
      PostgreSQL  %s
      broker      %s
    Try it, in a second terminal:
      bin/calendar_client --help
      bin/calendar_client create --owner ann --title "Lunch" --start "tomorrow 12:30" --duration 1h
      bin/calendar_client day --owner ann --date tomorrow
    %sCtrl-C stops it; %s.
    """
        .formatted(
            stack.grpcAddress(),
            stack.http(),
            stack.http(),
            stack.http(),
            metrics(stack.schedulers()),
            metrics(stack.senders()),
            database(),
            broker(),
            firstReminder(),
            end());
  }

  /** Says what happens to the booked events when the system stops. */
  String end() {
    if (stack.database().isEmpty()) {
      return "all events are lost then";
    }
    return stack.embeddedDatabase().isPresent()
        ? "all events stay in " + data
        : "all events stay in your database";
  }

  private static String metrics(List<ServiceProcess> servers) {
    return servers.isEmpty()
        ? "none"
        : servers.stream().map(server -> server.http() + "metrics").collect(joining(", "));
  }

  private String firstReminder() {
    return stack.senders().isEmpty()
        ? ""
        : """
        A reminder, which the sender prints here a minute later:
          bin/calendar_client create --owner me --title Tea --start "in 2 minutes" --duration 30m --remind 1m
        """;
  }

  private String broker() {
    return stack
        .ownBroker()
        .map(own -> "%s, on %s".formatted(own.describe(), own.access()))
        .or(() -> stack.broker().map(named -> named + ", named by the configuration"))
        .orElse("none: no reminders");
  }

  private String database() {
    return stack.embeddedDatabase().map(this::psql).orElseGet(this::elsewhere);
  }

  /** The password is in a file, so that no list of processes shows it. */
  private String psql(EmbeddedDatabase database) {
    DatabaseAccess access = database.access();
    Path passwords = data.resolve("pgpass");
    String password = access.services().password().replace("\\", "\\\\").replace(":", "\\:");
    Folders.writeSecret(
        passwords, "%s:%d:*:*:%s%n".formatted(access.host(), access.port(), password));
    return "PGPASSFILE=%s psql -h %s -p %d -U %s %s"
        .formatted(
            passwords, access.host(), access.port(), access.services().user(), access.name());
  }

  private String elsewhere() {
    return stack
        .database()
        .map(access -> "%s:%d/%s".formatted(access.host(), access.port(), access.name()))
        .orElse("none: everything is in memory, and lost when it ends");
  }
}
