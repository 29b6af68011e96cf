package calendar.local.stack;

import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import calendar.local.broker.BrokerAccess;
import calendar.local.broker.OwnBroker;
import calendar.local.postgres.DatabaseAccess;
import calendar.local.postgres.EmbeddedDatabase;
import calendar.local.process.Ports;
import calendar.local.process.Resources;
import calendar.local.process.WorkFolder;
import calendar.local.stack.StackOptions.Reminders;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The whole system: a database with its schema, a broker, the API, a scheduler and a sender.
 *
 * <p>The database is embedded unless the configuration or the environment names one by {@code
 * database.host} or {@code database.port}; the other {@code database} keys apply to either. With
 * {@code storage: memory} there is none, and so no reminders. Likewise {@code rabbitmq.host} or
 * {@code rabbitmq.port} names a broker; the other {@code rabbitmq} keys apply to a named one only.
 * What was started ends with this process at the latest.
 *
 * <p>Not safe for use by several threads, but for {@link #close}.
 */
public final class LocalStack implements AutoCloseable {
  private final Resources resources = new Resources();
  private final StackOptions options;
  private final BackingServices backingServices;
  private Servers servers;

  /** Starts nothing yet. */
  LocalStack(StackOptions options) {
    this.options = options.data().isPresent() ? options : isolated(options);
    this.backingServices = new BackingServices(this.options, resources);
  }

  /**
   * Starts everything that the options ask for and returns once all of it is ready. Stops what it
   * has started if it fails.
   *
   * @throws calendar.local.process.LocalException if something cannot be started
   * @throws calendar.config.ConfigException if the configuration cannot be used
   */
  public static LocalStack start(StackOptions options) {
    LocalStack stack = new LocalStack(options);
    stack.start();
    return stack;
  }

  void start() {
    try {
      startBackingServices();
      options
          .data()
          .ifPresent(folder -> backingServices.useOwnServers(Distribution.find(), folder));
      servers.begin(Program.API, options.reminderLines());
      if (hasBroker() && options.reminders() == Reminders.ALL) {
        beginScheduler();
        beginSender();
      }
      services().forEach(ServiceProcess::awaitReady);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  /** Starts the database and the broker, and brings the schema up to date. */
  void startBackingServices() {
    servers = new Servers(options, backingServices, resources);
    Addresses.requireFree(settings());
    if (backingServices.usesDatabase()) {
      backingServices.provideDatabase();
      options.progress().accept("Bringing the database's schema up to date");
      servers.migrate();
    }
    if (hasBroker()) {
      backingServices.provideBroker();
    }
  }

  /** The API's settings, with the database and the broker that were started. */
  Settings settings() {
    return backingServices.settings();
  }

  /** Where gRPC answers, as {@code host:port}. */
  public String grpcAddress() {
    return Addresses.grpc(settings());
  }

  /** Where the API's web server answers. */
  public URI http() {
    return Addresses.http(settings());
  }

  /** The server of the first API. */
  public ServiceProcess api() {
    return servers.of(Program.API).get(0);
  }

  /** The schedulers that were started, the first one first. */
  public List<ServiceProcess> schedulers() {
    return servers.of(Program.SCHEDULER);
  }

  /** The senders that were started, the first one first. */
  public List<ServiceProcess> senders() {
    return servers.of(Program.SENDER);
  }

  /** All servers of the calendar that were started. */
  List<ServiceProcess> services() {
    return servers.all();
  }

  /**
   * Starts one more API on the same database, on free ports, and returns once it is ready.
   *
   * @param changes the environment variables in which it differs from the first one. With {@link
   *     Key#GRPC_PORT} the caller knows its port
   */
  public ServiceProcess startApi(Map<String, String> changes) {
    ServiceProcess server = servers.begin(Program.API, changes, options.reminderLines());
    server.awaitReady();
    return server;
  }

  /** Starts one more scheduler, on a free port, and returns once it is ready. */
  public ServiceProcess startScheduler() {
    return start(Program.SCHEDULER, options.reminderLines());
  }

  /** Starts one more scheduler as {@link #startScheduler} does, but does not wait for it. */
  public ServiceProcess beginScheduler() {
    return servers.begin(Program.SCHEDULER, options.reminderLines());
  }

  /** Starts one more sender, on a free port. Does not wait until it is ready. */
  public ServiceProcess beginSender() {
    return servers.begin(Program.SENDER, options.reminderLines());
  }

  /**
   * Starts one more sender, on a free port, and returns once it is ready.
   *
   * @param reminders receives the line of each reminder that it prints, on a separate thread, also
   *     after it was killed and started again
   */
  public ServiceProcess startSender(Consumer<String> reminders) {
    return start(Program.SENDER, reminders);
  }

  /** The database, if it is an embedded one. */
  public Optional<EmbeddedDatabase> embeddedDatabase() {
    return backingServices.embeddedDatabase();
  }

  /** Where the database is, if there is one. */
  public Optional<DatabaseAccess> database() {
    return backingServices.usesDatabase()
        ? Optional.of(DatabaseAccess.of(settings()))
        : Optional.empty();
  }

  /** The broker, if it is one of our own. */
  public Optional<OwnBroker> ownBroker() {
    return backingServices.ownBroker();
  }

  /** Where the broker is, if there is one. */
  public Optional<BrokerAccess> broker() {
    return hasBroker() ? Optional.of(BrokerAccess.of(settings())) : Optional.empty();
  }

  /**
   * Stops everything, what uses before what is used. May be called while another thread starts it.
   */
  @Override
  public void close() {
    resources.close();
  }

  private ServiceProcess start(Program program, Consumer<String> reminders) {
    ServiceProcess server = servers.begin(program, reminders);
    server.awaitReady();
    return server;
  }

  /** The scheduler and the sender share the API's database; memory cannot be shared. */
  private boolean hasBroker() {
    return options.reminders() != Reminders.NONE && backingServices.usesDatabase();
  }

  /** With ports and files that no other run uses, unless the options set them. */
  private StackOptions isolated(StackOptions open) {
    WorkFolder folder = WorkFolder.temporary("calendar-stack-");
    resources.add(folder::close);
    Map<String, String> environment = new HashMap<>();
    environment.put(Key.HTTP_IP.environmentVariable(), "127.0.0.1");
    environment.put(Key.HTTP_PORT.environmentVariable(), Integer.toString(Ports.free()));
    environment.put(Key.GRPC_IP.environmentVariable(), "127.0.0.1");
    environment.put(Key.GRPC_PORT.environmentVariable(), Integer.toString(Ports.free()));
    environment.put(
        Key.LOG_FILE.environmentVariable(), folder.path().resolve("calendar_api.log").toString());
    environment.put("WLP_OUTPUT_DIR", folder.path().resolve("servers").toString());
    environment.putAll(open.environment());
    return open.withEnvironment(environment);
  }
}
