package calendar.client.command;

import calendar.client.Address;
import calendar.client.CalendarClient;
import calendar.client.command.output.ErrorReport;
import calendar.client.command.output.JsonPrinter;
import calendar.client.command.output.ResultPrinter;
import calendar.client.command.output.TablePrinter;
import calendar.client.command.output.TerminalText;
import calendar.client.time.TimeReader;
import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, and what they make. */
@Command(
    name = "calendar_client",
    description = "Books, changes and lists the events of a calendar.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = BuildVersion.class,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit status: 0 done, 1 the calendar refused, 2 wrong use or configuration, 3 the calendar"
          + " cannot be reached."
    },
    subcommands = {
      CreateCommand.class,
      GetCommand.class,
      UpdateCommand.class,
      DeleteCommand.class,
      ListCommand.class,
      DayCommand.class,
      WeekCommand.class,
      MonthCommand.class,
      ImportCommand.class
    })
final class RootCommand {
  /** Where a server listens that listens everywhere: dialled on this machine. */
  private static final Set<String> ANYWHERE = Set.of("0.0.0.0", "::", "[::]");

  private final Map<String, String> environment;
  private final Clock clock;
  private final PrintStream out;
  private final PrintStream err;
  private final Set<String> noted = new HashSet<>();

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "PATH",
      description = "YAML file whose 'grpc' section says where to dial (localhost:8888 without).")
  private Path config;

  @Option(
      names = "--address",
      scope = ScopeType.INHERIT,
      paramLabel = "HOST:PORT",
      converter = Converters.ToAddress.class,
      description = "Where to dial, whatever the configuration says.")
  private Address address;

  @Option(
      names = "--zone",
      scope = ScopeType.INHERIT,
      paramLabel = "ZONE",
      converter = Converters.ToZone.class,
      description = "Time zone of all times and days, such as Europe/Brussels (the system's).")
  private ZoneId zone;

  @Option(
      names = "--output",
      scope = ScopeType.INHERIT,
      paramLabel = "FORMAT",
      description = "table, for people, or json, for programs: the API's answer (table).")
  private OutputFormat output = OutputFormat.TABLE;

  @Option(
      names = "--timeout",
      scope = ScopeType.INHERIT,
      paramLabel = "DURATION",
      converter = Converters.ToDuration.class,
      description = "How long each call may take (10s).")
  private Duration timeout = Duration.ofSeconds(10);

  /** How results are printed. */
  enum OutputFormat {
    TABLE,
    JSON
  }

  RootCommand(Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.clock = clock;
    this.out = out;
    this.err = err;
  }

  /**
   * Opens the channel; nothing is dialled yet.
   *
   * @throws calendar.config.ConfigException if the configuration cannot be used
   */
  CalendarClient connect() {
    if (timeout.isZero()) {
      throw new UsageException("--timeout: expected more than 0");
    }
    return CalendarClient.connect(server(), timeout);
  }

  /** Where it dials. */
  Address server() {
    if (address != null && config == null) {
      return address;
    }
    Settings settings = Settings.load(Program.CLIENT, Optional.ofNullable(config), environment);
    if (address != null) {
      return address;
    }
    settings.notices().forEach(this::note);
    String host = settings.text(Key.GRPC_IP);
    return new Address(
        ANYWHERE.contains(host) ? "localhost" : host, settings.number(Key.GRPC_PORT));
  }

  ErrorReport errorReport() {
    return new ErrorReport(server(), zone());
  }

  ZoneId zone() {
    return zone == null ? ZoneId.systemDefault() : zone;
  }

  /** The zone that the caller named. */
  Optional<ZoneId> namedZone() {
    return Optional.ofNullable(zone);
  }

  /**
   * The zone's name, for the calendar.
   *
   * @throws UsageException if it is the system's and has none, such as an offset
   */
  String zoneName() {
    if (!Converters.ToZone.hasName(zone())) {
      throw new UsageException(
          "--zone: %s, since the system's is %s".formatted(Converters.ToZone.EXPECTED, zone()));
    }
    return zone().getId();
  }

  TimeReader times() {
    return new TimeReader(clock, zone());
  }

  ResultPrinter printer() {
    return output == OutputFormat.JSON ? new JsonPrinter(out) : new TablePrinter(out, zone());
  }

  /** Tells the user a line beside the results, once. */
  void note(String line) {
    if (noted.add(line)) {
      err.println("Note: " + TerminalText.oneLine(line));
    }
  }

  /** Where errors and progress go. */
  PrintStream err() {
    return err;
  }
}
