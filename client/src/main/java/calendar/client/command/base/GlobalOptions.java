package calendar.client.command.base;

import static java.util.stream.Collectors.toMap;

import calendar.client.Address;
import calendar.client.BearerToken;
import calendar.client.CalendarClient;
import calendar.client.Tls;
import calendar.client.command.output.ErrorReport;
import calendar.client.command.output.JsonPrinter;
import calendar.client.command.output.ResultPrinter;
import calendar.client.command.output.TablePrinter;
import calendar.client.command.output.text.TerminalText;
import calendar.client.time.TimeReader;
import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, and the objects that they configure. */
public abstract class GlobalOptions {
  /** Addresses of a server that listens on all interfaces. The client connects to localhost. */
  private static final Set<String> ANYWHERE = Set.of("0.0.0.0", "::", "[::]");

  private static final String CLIENT_VARIABLES = "CALENDAR_CLIENT_";

  private final Map<String, String> environment;
  private final Clock clock;
  private final PrintStream out;
  private final PrintStream err;
  private final Set<String> noted = new HashSet<>();

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "PATH",
      description = "YAML file with the server's address under 'grpc' (default: 127.0.0.1:8888).")
  private Path config;

  @Option(
      names = "--address",
      scope = ScopeType.INHERIT,
      paramLabel = "HOST:PORT",
      converter = Converters.ToAddress.class,
      description = "Address of the server. Overrides the configuration.")
  private Address address;

  @Mixin private TlsOptions tls;

  @Mixin private TokenOptions token;

  @Option(
      names = "--zone",
      scope = ScopeType.INHERIT,
      paramLabel = "ZONE",
      converter = Converters.ToZone.class,
      description =
          "Time zone for times and days, such as Europe/Brussels (default: the system's). Given with"
              + " --start or --all-day, it is also stored as the event's time zone. A series always has a"
              + " time zone, on whose clock it repeats.")
  private ZoneId zone;

  @Option(
      names = "--output",
      scope = ScopeType.INHERIT,
      paramLabel = "FORMAT",
      description = "table for people, json for programs: the API's response (default: table).")
  private OutputFormat output = OutputFormat.TABLE;

  @Option(
      names = "--timeout",
      scope = ScopeType.INHERIT,
      paramLabel = "DURATION",
      converter = Converters.ToDuration.class,
      description = "Time limit for each call (default: 10s).")
  private Duration timeout = Duration.ofSeconds(10);

  /** The formats for results. */
  enum OutputFormat {
    TABLE,
    JSON
  }

  protected GlobalOptions(
      Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.clock = clock;
    this.out = out;
    this.err = err;
  }

  /**
   * Opens the channel. It connects on the first call.
   *
   * @throws calendar.config.ConfigException if the configuration cannot be used
   * @throws UsageException if a file of TLS cannot be used, or a token
   */
  CalendarClient connect() {
    if (timeout.isZero()) {
      throw new UsageException("--timeout: expected more than 0");
    }
    Settings settings = settings();
    Address server = server();
    Optional<Tls> security = tls.with(settings);
    Optional<BearerToken> bearer =
        token.with(settings, environment, clock, server, security.isPresent());
    try {
      return CalendarClient.connect(server, security, bearer, timeout);
    } catch (IOException | IllegalArgumentException unusable) {
      throw new UsageException(
          "--ca, --cert, --key: expected certificates and a key in PEM: " + unusable.getMessage());
    }
  }

  /** The address of the server. */
  Address server() {
    Settings settings = settings();
    if (address != null) {
      return address;
    }
    settings.notices().forEach(this::note);
    String host = settings.text(Key.GRPC_IP);
    return new Address(
        ANYWHERE.contains(host) ? "localhost" : host, settings.number(Key.GRPC_PORT));
  }

  /** With an address and without a file, only what the environment says of the client counts. */
  private Settings settings() {
    Map<String, String> relevant =
        address == null || config != null
            ? environment
            : environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(CLIENT_VARIABLES))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    return Settings.load(Program.CLIENT, Optional.ofNullable(config), relevant);
  }

  public ErrorReport errorReport() {
    return new ErrorReport(server(), zone());
  }

  ZoneId zone() {
    return zone == null ? ZoneId.systemDefault() : zone;
  }

  /** The zone from the option; empty if the user gave none. */
  public Optional<ZoneId> namedZone() {
    return Optional.ofNullable(zone);
  }

  /**
   * The zone's name, as the calendar needs it.
   *
   * @throws UsageException if the system's zone has no name, because it is an offset
   */
  public String zoneName() {
    if (!Converters.ToZone.hasName(zone())) {
      throw new UsageException(
          "--zone: %s, because the system's zone %s has no name"
              .formatted(Converters.ToZone.EXPECTED, zone()));
    }
    return zone().getId();
  }

  TimeReader times() {
    return new TimeReader(clock, zone());
  }

  /** Returns true if results are for people, not for programs. */
  public boolean printsForPeople() {
    return output == OutputFormat.TABLE;
  }

  ResultPrinter printer() {
    return output == OutputFormat.JSON ? new JsonPrinter(out) : new TablePrinter(out, zone());
  }

  /** Prints a line to stderr. A repeated line is printed once. */
  void note(String line) {
    if (noted.add(line)) {
      err.println("Note: " + TerminalText.oneLine(line));
    }
  }

  /** The stream for errors and progress. */
  public PrintStream err() {
    return err;
  }
}
