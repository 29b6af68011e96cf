package calendar.local.stack;

import calendar.config.Program;
import calendar.config.Settings;
import calendar.local.broker.BrokerAccess;
import calendar.local.broker.OwnBroker;
import calendar.local.postgres.DatabaseAccess;
import calendar.local.postgres.EmbeddedDatabase;
import calendar.local.process.LocalException;
import calendar.local.process.Resources;
import calendar.local.stack.StackOptions.Reminders;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
  private final Settings settings;
  private final BackingServices backingServices;
  private Servers servers;
  private ServiceProcess api;

  /** Starts nothing yet. */
  LocalStack(StackOptions options) {
    this.options = options.data().isPresent() ? options : isolated(options);
    this.settings = Settings.load(Program.API, this.options.config(), this.options.environment());
    this.backingServices = new BackingServices(this.options, settings, resources);
  }

  /**
   * Starts everything that the options ask for and returns once all of it is ready. Stops what it
   * has started if it fails.
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
      startBackingServices();
      options
          .data()
          .ifPresent(folder -> backingServices.useOwnServers(Distribution.find(), folder));
      servers = new Servers(programs(), settings, options, resources);
      api = servers.beginApi(backingServices.environment());
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
    ConfiguredPrograms programs = programs();
    Addresses.requireFree(settings);
    if (backingServices.usesDatabase()) {
      backingServices.provideDatabase();
      options.listeners().progress().accept("Bringing the database's schema up to date");
      programs.migrate(backingServices.environment());
    }
    if (hasBroker()) {
      backingServices.provideBroker();
    }
  }

  /** The variables that point a program at the database and the broker. */
  Map<String, String> environment() {
    return backingServices.environment();
  }

  private ConfiguredPrograms programs() {
    return new ConfiguredPrograms(Distribution.find(), options.config());
  }

  /** Where gRPC answers, as {@code host:port}. */
  public String grpcAddress() {
    return Addresses.grpc(settings);
  }

  /** Where the API's web server answers. */
  public URI http() {
    return Addresses.http(settings);
  }

  /** The API's server. */
  public ServiceProcess api() {
    return api;
  }

  /** The schedulers that were started, the first one first. */
  public List<ServiceProcess> schedulers() {
    return servers.schedulers();
  }

  /** The senders that were started, the first one first. */
  public List<ServiceProcess> senders() {
    return servers.senders();
  }

  /** Starts one more scheduler, on a free port, and returns once it is ready. */
  public ServiceProcess startScheduler() {
    ServiceProcess scheduler = beginScheduler();
    scheduler.awaitReady();
    return scheduler;
  }

  /** Starts one more scheduler as {@link #startScheduler} does, but does not wait for it. */
  public ServiceProcess beginScheduler() {
    return servers.beginScheduler(backingServices.environment());
  }

  /** Starts one more sender, on a free port. Does not wait until it is ready. */
  public ServiceProcess beginSender() {
    return servers.beginSender(backingServices.environment(), options.listeners().reminders());
  }

  /**
   * Starts one more sender, on a free port, and returns once it is ready.
   *
   * @param reminders receives the line of each reminder that it prints, on a separate thread, also
   *     after it was killed and started again
   */
  public ServiceProcess startSender(Consumer<String> reminders) {
    ServiceProcess sender = servers.beginSender(backingServices.environment(), reminders);
    sender.awaitReady();
    return sender;
  }

  /** The database, if it is an embedded one. */
  public Optional<EmbeddedDatabase> embeddedDatabase() {
    return backingServices.embeddedDatabase();
  }

  /** Where the database is, if there is one. */
  public Optional<DatabaseAccess> database() {
    return backingServices.database();
  }

  /** The broker, if it is one of our own. */
  public Optional<OwnBroker> ownBroker() {
    return backingServices.ownBroker();
  }

  /** Where the broker is, if there is one. */
  public Optional<BrokerAccess> broker() {
    return hasBroker() ? Optional.of(backingServices.broker()) : Optional.empty();
  }

  /**
   * Stops everything, what uses before what is used. May be called while another thread starts it.
   */
  @Override
  public void close() {
    resources.close();
  }

  /** All servers of the calendar that were started. */
  List<ServiceProcess> services() {
    return Stream.of(List.of(api), schedulers(), senders()).flatMap(List::stream).toList();
  }

  /** The scheduler and the sender share the API's database; memory cannot be shared. */
  private boolean hasBroker() {
    return options.reminders() != Reminders.NONE && backingServices.usesDatabase();
  }

  /** With free ports and separate files, unless the options set them. */
  private StackOptions isolated(StackOptions open) {
    Isolation isolation = Isolation.inTemporaryFolder();
    resources.add(isolation::remove);
    return open.withDefaults(isolation.environment());
  }
}
