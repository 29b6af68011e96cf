package calendar.launcher;

import calendar.config.Key;
import calendar.config.Program;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The servers of the distribution and their settings: none gets a password it does not need. */
enum Server {
  API(
      Program.API,
      List.of(new Listener(Key.HTTP_IP, Key.HTTP_PORT), new Listener(Key.GRPC_IP, Key.GRPC_PORT)),
      EnumSet.of(
          Key.HTTP_HOSTS,
          Key.GRPC_IP,
          Key.GRPC_PORT,
          Key.GRPC_MAX_CONNECTIONS,
          Key.GRPC_MAX_CONNECTIONS_PER_ADDRESS,
          Key.GRPC_TRUSTED_PROXIES,
          Key.GRPC_TLS_CERTIFICATE,
          Key.GRPC_TLS_KEY,
          Key.GRPC_TLS_CLIENT_CA,
          Key.AUTH_MODE,
          Key.AUTH_ISSUER,
          Key.AUTH_AUDIENCE,
          Key.AUTH_JWKS_URI,
          Key.AUTH_CA,
          Key.AUTH_SUBJECT_CLAIM,
          Key.AUTH_GROUPS_CLAIM,
          Key.AUTH_ADMIN_SCOPE,
          Key.AUTH_EXPOSE_SCHEMA,
          Key.AUTH_ALLOW_ANONYMOUS,
          Key.AUDIT_FILE,
          Key.AUDIT_REQUIRED,
          Key.RATE_LIMIT_CALLS_PER_SECOND,
          Key.RATE_LIMIT_BURST,
          Key.SCHEDULER_RETENTION,
          Key.SERIES_HORIZON,
          Key.FEATURES_FREE_EVENTS)),
  SCHEDULER(
      Program.SCHEDULER,
      List.of(new Listener(Key.HTTP_IP, Key.HTTP_PORT)),
      EnumSet.of(
          Key.RABBITMQ_HOST,
          Key.RABBITMQ_PORT,
          Key.RABBITMQ_USER,
          Key.RABBITMQ_PASSWORD,
          Key.RABBITMQ_VHOST,
          Key.AUDIT_FILE,
          Key.AUDIT_REQUIRED,
          Key.RABBITMQ_TLS,
          Key.RABBITMQ_CA,
          Key.SCHEDULER_PERIOD,
          Key.SCHEDULER_BATCH_SIZE,
          Key.SCHEDULER_LEASE,
          Key.SCHEDULER_REPUBLISH_AFTER,
          Key.SCHEDULER_RETENTION,
          Key.SERIES_HORIZON)),
  SENDER(
      Program.SENDER,
      List.of(new Listener(Key.HTTP_IP, Key.HTTP_PORT)),
      EnumSet.of(
          Key.RABBITMQ_HOST,
          Key.RABBITMQ_PORT,
          Key.RABBITMQ_USER,
          Key.RABBITMQ_PASSWORD,
          Key.RABBITMQ_VHOST,
          Key.RABBITMQ_TLS,
          Key.RABBITMQ_CA,
          Key.SENDER_PREFETCH,
          Key.SENDER_MAX_ATTEMPTS));

  /** What every server reads. */
  private static final Set<Key> COMMON =
      EnumSet.of(
          Key.HTTP_IP,
          Key.HTTP_PORT,
          Key.HTTP_TLS_CERTIFICATE,
          Key.HTTP_TLS_KEY,
          Key.METRICS_ACCESS,
          Key.METRICS_TOKEN_FILE,
          Key.LOG_FILE,
          Key.LOG_LEVEL,
          Key.STORAGE,
          Key.DATABASE_HOST,
          Key.DATABASE_PORT,
          Key.DATABASE_NAME,
          Key.DATABASE_USER,
          Key.DATABASE_PASSWORD,
          Key.DATABASE_TLS,
          Key.DATABASE_CA,
          Key.DATABASE_POOL_SIZE);

  /** An address that a server listens on. */
  record Listener(Key ip, Key port) {}

  private final Program program;
  private final List<Listener> listeners;
  private final Set<Key> ownKeys;

  Server(Program program, List<Listener> listeners, Set<Key> ownKeys) {
    this.program = program;
    this.listeners = listeners;
    this.ownKeys = ownKeys;
  }

  static Server named(String name) {
    return Arrays.stream(values())
        .filter(server -> server.program.programName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Program program() {
    return program;
  }

  List<Listener> listeners() {
    return listeners;
  }

  /**
   * Whether Liberty's agent is needed, by which it counts the use of connection pools, threads and
   * servlets: the dashboards show these only for the API.
   */
  boolean usesAgent() {
    return this == API;
  }

  /** What it reads, in the order of the schema. */
  Set<Key> keys() {
    Set<Key> keys = EnumSet.copyOf(COMMON);
    keys.addAll(ownKeys);
    return keys;
  }
}
