package calendar.local.stack;

import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import calendar.config.Settings.Origin;
import calendar.local.broker.OwnBroker;
import calendar.local.postgres.DatabaseAccess;
import calendar.local.postgres.EmbeddedDatabase;
import calendar.local.process.Folders;
import calendar.local.process.Resources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The database and the broker of the services: named by the configuration, or started here. */
final class BackingServices {
  /** Not 5432 and 5672, where the system's own servers would be. */
  private static final int USUAL_POSTGRES_PORT = 5433;

  private static final int USUAL_BROKER_PORT = 5673;

  private final StackOptions options;
  private final Resources resources;
  private final Map<String, String> environment;
  private Optional<EmbeddedDatabase> embeddedDatabase = Optional.empty();
  private Optional<OwnBroker> ownBroker = Optional.empty();

  BackingServices(StackOptions options, Resources resources) {
    this.options = options;
    this.resources = resources;
    this.environment = new HashMap<>(options.environment());
  }

  /**
   * The build overwrites what it has built; a system in use runs on what was there at its start.
   */
  void useOwnServers(Distribution distribution, Path folder) {
    Path servers = folder.toAbsolutePath().resolve("servers");
    Folders.copy(distribution.home().resolve("usr"), servers);
    environment.put("WLP_USER_DIR", servers.toString());
  }

  /** The variables that point a service at what was provided so far. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** The API's settings, with what was provided so far. */
  Settings settings() {
    return Settings.load(Program.API, options.config(), environment);
  }

  boolean usesDatabase() {
    return settings().text(Key.STORAGE).equals("postgres");
  }

  /** Starts a database unless one is named. */
  void provideDatabase() {
    if (isNamed(Key.DATABASE_HOST, Key.DATABASE_PORT)) {
      return;
    }
    options.progress().accept("Starting PostgreSQL");
    DatabaseAccess access = DatabaseAccess.own(settings(), options.port(USUAL_POSTGRES_PORT));
    EmbeddedDatabase database =
        options
            .data()
            .map(data -> EmbeddedDatabase.kept(data, access, options.output("postgresql")))
            .orElseGet(() -> EmbeddedDatabase.temporary(access, options.durableDatabase()));
    resources.add(database::close);
    embeddedDatabase = Optional.of(database);
    replace("CALENDAR_DATABASE_.*_FILE", access.environment());
  }

  /** Starts a broker unless one is named. */
  void provideBroker() {
    if (isNamed(Key.RABBITMQ_HOST, Key.RABBITMQ_PORT)) {
      return;
    }
    options.progress().accept("Starting " + options.broker().label());
    int port = options.port(USUAL_BROKER_PORT);
    OwnBroker broker =
        options
            .data()
            .map(data -> OwnBroker.kept(options.broker(), data, port, options.output("broker")))
            .orElseGet(() -> OwnBroker.temporary(options.broker()));
    resources.add(broker::close);
    ownBroker = Optional.of(broker);
    replace("CALENDAR_RABBITMQ_.*_FILE", broker.access().environment());
  }

  Optional<EmbeddedDatabase> embeddedDatabase() {
    return embeddedDatabase;
  }

  Optional<OwnBroker> ownBroker() {
    return ownBroker;
  }

  private boolean isNamed(Key... keys) {
    Settings settings = settings();
    return Stream.of(keys).anyMatch(key -> settings.origin(key) != Origin.DEFAULT);
  }

  private void replace(String passwordFiles, Map<String, String> variables) {
    environment.keySet().removeIf(variable -> variable.matches(passwordFiles));
    environment.putAll(variables);
  }
}
