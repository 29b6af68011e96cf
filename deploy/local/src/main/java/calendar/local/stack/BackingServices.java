package calendar.local.stack;

import calendar.config.Key;
import calendar.config.Settings;
import calendar.config.Settings.Origin;
import calendar.local.broker.BrokerAccess;
import calendar.local.broker.BrokerKind;
import calendar.local.broker.OwnBroker;
import calendar.local.postgres.DatabaseAccess;
import calendar.local.postgres.EmbeddedDatabase;
import calendar.local.postgres.Logins;
import calendar.local.process.Folders;
import calendar.local.process.Ports;
import calendar.local.process.Resources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The database and the broker of the services: named by the configuration, or started here. */
final class BackingServices {
  /** Not 5432 and 5672, where the system's own servers would be. */
  private static final int USUAL_POSTGRES_PORT = 5433;

  private static final int USUAL_BROKER_PORT = 5673;

  private final StackOptions options;
  private final Settings settings;
  private final Resources resources;
  private final Map<String, String> environment;
  private EmbeddedDatabase embedded;
  private OwnBroker ownBroker;

  BackingServices(StackOptions options, Settings settings, Resources resources) {
    this.options = options;
    this.settings = settings;
    this.resources = resources;
    this.environment = new HashMap<>(options.environment());
  }

  /**
   * The build overwrites what it has built; a system in use runs on what was there at its start.
   */
  void useOwnServers(Distribution distribution, Path folder) {
    Path servers = folder.toAbsolutePath().resolve("servers");
    Folders.copy(distribution.servers(), servers);
    environment.put("WLP_USER_DIR", servers.toString());
  }

  /** The variables that point a service at what was provided so far. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  boolean usesDatabase() {
    return settings.text(Key.STORAGE).equals("postgres");
  }

  /** Starts a database unless one is named. */
  void provideDatabase() {
    if (isNamed(Key.DATABASE_HOST, Key.DATABASE_PORT)) {
      return;
    }
    options.listeners().progress().accept("Starting PostgreSQL");
    Logins logins = Logins.from(settings);
    Function<Path, EmbeddedDatabase> kept =
        folder ->
            EmbeddedDatabase.kept(
                folder, portNear(USUAL_POSTGRES_PORT), logins, output("postgresql"));
    embedded = options.data().map(kept).orElseGet(() -> temporaryDatabase(logins));
    resources.add(embedded::close);
    replace("CALENDAR_DATABASE_.*_FILE", embedded.access().environment());
  }

  private EmbeddedDatabase temporaryDatabase(Logins logins) {
    return options
        .durableDatabase()
        .map(parent -> EmbeddedDatabase.durable(parent, logins))
        .orElseGet(() -> EmbeddedDatabase.temporary(logins));
  }

  /** Starts a broker unless one is named. */
  void provideBroker() {
    if (isNamed(Key.RABBITMQ_HOST, Key.RABBITMQ_PORT)) {
      return;
    }
    BrokerKind kind = options.broker();
    options.listeners().progress().accept("Starting " + kind.label());
    Function<Path, OwnBroker> kept =
        folder -> OwnBroker.kept(kind, folder, portNear(USUAL_BROKER_PORT), output("broker"));
    ownBroker = options.data().map(kept).orElseGet(() -> OwnBroker.temporary(kind));
    resources.add(ownBroker::close);
    replace("CALENDAR_RABBITMQ_.*_FILE", ownBroker.access().environment());
  }

  Optional<EmbeddedDatabase> embeddedDatabase() {
    return Optional.ofNullable(embedded);
  }

  /** Where the database is, if there is one. */
  Optional<DatabaseAccess> database() {
    if (embedded != null) {
      return Optional.of(embedded.access());
    }
    return usesDatabase() ? Optional.of(DatabaseAccess.of(settings)) : Optional.empty();
  }

  Optional<OwnBroker> ownBroker() {
    return Optional.ofNullable(ownBroker);
  }

  /** Where the broker is: ours, or else the one that the settings name. */
  BrokerAccess broker() {
    return ownBroker().map(OwnBroker::access).orElseGet(() -> BrokerAccess.of(settings));
  }

  private boolean isNamed(Key... keys) {
    return Stream.of(keys).anyMatch(key -> settings.origin(key) != Origin.DEFAULT);
  }

  private void replace(String passwordFiles, Map<String, String> variables) {
    environment.keySet().removeIf(variable -> variable.matches(passwordFiles));
    environment.putAll(variables);
  }

  private Consumer<String> output(String name) {
    return line -> options.listeners().output().accept(name + " | " + line);
  }

  private static int portNear(int usual) {
    return Ports.isFree(usual) ? usual : Ports.free();
  }
}
