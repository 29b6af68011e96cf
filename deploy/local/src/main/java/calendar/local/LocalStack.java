package calendar.local;

import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import calendar.config.Settings.Origin;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole system: a database with its schema, and the API.
 *
 * <p>The database is embedded unless the configuration or the environment names one by {@code
 * database.host} or {@code database.port}; the other {@code database} keys apply to either. With
 * {@code storage: memory} there is none. What was started ends with this process at the latest.
 *
 * <p>Not safe for use by several threads, but for {@link #close}.
 */
public final class LocalStack implements AutoCloseable {
  /** Not 5432, where a PostgreSQL of the system's would be. */
  private static final int USUAL_POSTGRES_PORT = 5433;

  private final Resources resources = new Resources();
  private final StackOptions options;
  private final Settings settings;
  private final Endpoints endpoints;
  private final Map<String, String> environment;
  private EmbeddedDatabase embedded;
  private ServiceProcess api;

  /** Starts nothing yet. */
  LocalStack(StackOptions options) {
    this.options = options.data().isPresent() ? options : isolated(options);
    this.environment = new HashMap<>(this.options.environment());
    this.settings = Settings.load(Program.API, options.config(), environment);
    this.endpoints = new Endpoints(settings);
  }

  /**
   * Starts everything and returns once the API is ready. Stops what it has started if it fails.
   *
   * @throws LocalException if something cannot be started
   * @throws calendar.config.ConfigException if the configuration cannot be used
   */
  public static LocalStack start(StackOptions options) {
    LocalStack stack = new LocalStack(options);
    stack.start();
    return stack;
  }

  void start() {
    try {
      Distribution distribution = Distribution.find();
      Programs programs = new Programs(distribution, options.config(), options.output());
      endpoints.requireFree();
      if (usesDatabase()) {
        provideDatabase();
        options.progress().accept("Bringing the database's schema up to date");
        programs.migrate(environment);
      }
      options.data().ifPresent(folder -> useOwnServers(distribution, folder));
      options.progress().accept("Starting calendar_api");
      api = programs.api(environment, endpoints.http());
      resources.add(api::close);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /** Where gRPC answers, as {@code host:port}. */
  public String grpcAddress() {
    return endpoints.grpc();
  }

  /** Where HTTP answers. */
  public URI http() {
    return endpoints.http();
  }

  /** The API's server. */
  public ServiceProcess api() {
    return api;
  }

  /** The database, if it is an embedded one. */
  public Optional<EmbeddedDatabase> embeddedDatabase() {
    return Optional.ofNullable(embedded);
  }

  /** Where the database is, if there is one. */
  public Optional<DatabaseAccess> database() {
    if (embedded != null) {
      return Optional.of(embedded.access());
    }
    return usesDatabase() ? Optional.of(DatabaseAccess.of(settings)) : Optional.empty();
  }

  /**
   * Stops everything, the API before its database. May be called while another thread starts it.
   */
  @Override
  public void close() {
    resources.close();
  }

  private boolean usesDatabase() {
    return settings.text(Key.STORAGE).equals("postgres");
  }

  private void provideDatabase() {
    boolean named =
        Stream.of(Key.DATABASE_HOST, Key.DATABASE_PORT)
            .anyMatch(key -> settings.origin(key) != Origin.DEFAULT);
    if (named) {
      return;
    }
    options.progress().accept("Starting PostgreSQL");
    Logins logins = Logins.from(settings);
    embedded =
        options
            .data()
            .map(folder -> keptDatabase(folder, logins))
            .orElseGet(() -> EmbeddedDatabase.temporary(logins));
    resources.add(embedded::close);
    environment.keySet().removeIf(variable -> variable.matches("CALENDAR_DATABASE_.*_FILE"));
    environment.putAll(embedded.access().environment());
  }

  private EmbeddedDatabase keptDatabase(Path folder, Logins logins) {
    int port = Ports.isFree(USUAL_POSTGRES_PORT) ? USUAL_POSTGRES_PORT : Ports.free();
    return EmbeddedDatabase.kept(
        folder, port, logins, line -> options.output().accept("postgresql | " + line));
  }

  /**
   * The build overwrites what it has built; a system in use runs on what was there at its start.
   */
  private void useOwnServers(Distribution distribution, Path folder) {
    Path servers = folder.toAbsolutePath().resolve("servers");
    Folders.copy(distribution.servers(), servers);
    environment.put("WLP_USER_DIR", servers.toString());
  }

  /** With ports and files of its own, wherever the options leave them open. */
  private StackOptions isolated(StackOptions open) {
    Isolation isolation = Isolation.inTemporaryFolder();
    resources.add(isolation::remove);
    return open.withDefaults(isolation.environment());
  }
}
