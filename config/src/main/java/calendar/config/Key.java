package calendar.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** All configuration keys. A program accepts the keys of other programs and ignores them. */
public enum Key {
  HTTP_IP("http.ip", ValueType.text(), "127.0.0.1"),
  HTTP_PORT("http.port", ValueType.port(), Program::httpPort),
  HTTP_TLS_CERTIFICATE("http.tls.certificate", ValueType.file(), ""),
  HTTP_TLS_KEY("http.tls.key", ValueType.file(), ""),
  HTTP_HOSTS("http.hosts", ValueType.hosts(), ""),
  GRPC_IP("grpc.ip", ValueType.text(), "127.0.0.1"),
  GRPC_PORT("grpc.port", ValueType.port(), "8888"),
  GRPC_MAX_CONNECTIONS(
      "grpc.max_connections", ValueType.wholeNumberOr("auto", 16, 100_000), "auto"),
  GRPC_MAX_CONNECTIONS_PER_ADDRESS(
      "grpc.max_connections_per_address", ValueType.wholeNumber(0, 100_000), "0"),
  GRPC_TRUSTED_PROXIES("grpc.trusted_proxies", ValueType.addresses(), ""),
  GRPC_TLS_CERTIFICATE("grpc.tls.certificate", ValueType.file(), ""),
  GRPC_TLS_KEY("grpc.tls.key", ValueType.file(), ""),
  GRPC_TLS_CLIENT_CA("grpc.tls.client_ca", ValueType.file(), ""),
  AUTH_MODE("auth.mode", ValueType.oneOf("none", "jwt"), "none"),
  AUTH_ISSUER("auth.issuer", ValueType.optionalText(), ""),
  AUTH_AUDIENCE("auth.audience", ValueType.optionalText(), ""),
  AUTH_JWKS_URI("auth.jwks_uri", ValueType.optionalText(), ""),
  AUTH_CA("auth.ca", ValueType.file(), ""),
  AUTH_SUBJECT_CLAIM("auth.subject_claim", ValueType.text(), "sub"),
  AUTH_GROUPS_CLAIM("auth.groups_claim", ValueType.text(), "groups"),
  AUTH_ADMIN_SCOPE("auth.admin_scope", ValueType.text(), "calendar.admin"),
  AUTH_EXPOSE_SCHEMA("auth.expose_schema", ValueType.oneOf("true", "false"), "true"),
  AUTH_ALLOW_ANONYMOUS("auth.allow_anonymous", ValueType.oneOf("true", "false"), "false"),
  AUDIT_FILE("audit.file", ValueType.writtenFile(), ""),
  AUDIT_REQUIRED("audit.required", ValueType.oneOf("true", "false"), "false"),
  RATE_LIMIT_CALLS_PER_SECOND(
      "rate_limit.calls_per_second", ValueType.wholeNumber(0, 1_000_000), "0"),
  RATE_LIMIT_BURST("rate_limit.burst", ValueType.wholeNumber(1, 1_000_000), "100"),
  CLIENT_AUTH_TOKEN_FILE("client.auth.token_file", ValueType.file(), ""),
  CLIENT_AUTH_TOKEN_URL("client.auth.token_url", ValueType.optionalText(), ""),
  CLIENT_AUTH_CA("client.auth.ca", ValueType.file(), ""),
  CLIENT_AUTH_CLIENT_ID("client.auth.client_id", ValueType.optionalText(), ""),
  CLIENT_AUTH_CLIENT_SECRET_FILE("client.auth.client_secret_file", ValueType.file(), ""),
  METRICS_ACCESS("metrics.access", ValueType.oneOf("open", "token"), "open"),
  METRICS_TOKEN_FILE("metrics.token_file", ValueType.file(), ""),
  CLIENT_TLS_CA("client.tls.ca", ValueType.file(), ""),
  CLIENT_TLS_CERTIFICATE("client.tls.certificate", ValueType.file(), ""),
  CLIENT_TLS_KEY("client.tls.key", ValueType.file(), ""),
  LOG_FILE("log_file", ValueType.text(), Program::logFile),
  LOG_LEVEL("log_level", ValueType.oneOf("error", "warn", "info", "debug"), "info"),
  STORAGE("storage", ValueType.oneOf("postgres", "memory"), "postgres"),
  DATABASE_HOST("database.host", ValueType.text(), "localhost"),
  DATABASE_PORT("database.port", ValueType.port(), "5432"),
  DATABASE_NAME("database.name", ValueType.text(), "calendar"),
  DATABASE_USER("database.user", ValueType.text(), "calendar"),
  DATABASE_PASSWORD("database.password", ValueType.password(), "secret"),
  DATABASE_TLS("database.tls", ValueType.oneOf("off", "verify-full"), "off"),
  DATABASE_CA("database.ca", ValueType.file(), ""),
  DATABASE_POOL_SIZE("database.pool_size", ValueType.wholeNumber(1, 1_000), "16"),
  DATABASE_OWNER_USER("database.owner_user", ValueType.text(), "calendar_owner"),
  DATABASE_OWNER_PASSWORD("database.owner_password", ValueType.password(), "secret"),
  RABBITMQ_HOST("rabbitmq.host", ValueType.text(), "localhost"),
  RABBITMQ_PORT("rabbitmq.port", ValueType.port(), "5672"),
  RABBITMQ_USER("rabbitmq.user", ValueType.text(), "guest"),
  RABBITMQ_PASSWORD("rabbitmq.password", ValueType.password(), "guest"),
  RABBITMQ_VHOST("rabbitmq.vhost", ValueType.text(), "/"),
  RABBITMQ_TLS("rabbitmq.tls", ValueType.oneOf("true", "false"), "false"),
  RABBITMQ_CA("rabbitmq.ca", ValueType.file(), ""),
  SCHEDULER_PERIOD("scheduler.period", ValueType.duration("100ms", "1h"), "1s"),
  SCHEDULER_BATCH_SIZE("scheduler.batch_size", ValueType.wholeNumber(1, 10_000), "500"),
  SCHEDULER_LEASE("scheduler.lease", ValueType.duration("1s", "1h"), "30s"),
  SCHEDULER_REPUBLISH_AFTER("scheduler.republish_after", ValueType.duration("1s", "1d"), "5m"),
  SCHEDULER_RETENTION("scheduler.retention", ValueType.duration("1d", "36500d"), "365d"),
  SERIES_HORIZON("series.horizon", ValueType.duration("1d", "36500d"), "732d"),
  SENDER_PREFETCH("sender.prefetch", ValueType.wholeNumber(1, 10_000), "100"),
  SENDER_MAX_ATTEMPTS("sender.max_attempts", ValueType.wholeNumber(1, 100), "5"),
  FEATURES_FREE_EVENTS("features.free_events", ValueType.oneOf("true", "false"), "true");

  private static final String PREFIX = "calendar.";

  private final String path;
  private final ValueType type;
  private final Function<Program, String> defaultValue;

  Key(String path, ValueType type, String defaultValue) {
    this(path, type, program -> defaultValue);
  }

  Key(String path, ValueType type, Function<Program, String> defaultValue) {
    this.path = path;
    this.type = type;
    this.defaultValue = defaultValue;
  }

  /** The path in the file, such as {@code http.port}. */
  public String path() {
    return path;
  }

  /** The Liberty variable and MicroProfile property, such as {@code calendar.http.port}. */
  public String variable() {
    return PREFIX + path;
  }

  /** The environment variable, such as {@code CALENDAR_HTTP_PORT}. */
  public String environmentVariable() {
    return variable().replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** The environment variable with the path of a file that contains the secret. */
  public String secretFileVariable() {
    return environmentVariable() + "_FILE";
  }

  /** Returns true if the value is a secret, which must never be shown. */
  public boolean secret() {
    return path.endsWith("password");
  }

  /** Returns true if the value is the path of a file; empty if none is set. */
  public boolean file() {
    return mustExist() || type.equals(ValueType.writtenFile());
  }

  /** Returns true if the value is the path of a file that must exist; empty if none is set. */
  public boolean mustExist() {
    return type.equals(ValueType.file());
  }

  /** Returns true if the value is a list: a sequence in the file, separated by commas elsewhere. */
  boolean isList() {
    return type.isList();
  }

  /** Returns true if the value is a port. Kubernetes sets variables with the same names. */
  boolean port() {
    return path.endsWith(".port");
  }

  /** The default value. */
  public String defaultValue(Program program) {
    return defaultValue.apply(program);
  }

  static Optional<Key> at(String path) {
    return Arrays.stream(values()).filter(key -> key.path.equals(path)).findFirst();
  }

  /** The keys of a section. Empty if there is no such section. The top level has the path "". */
  static List<String> children(String section) {
    String prefix = section.isEmpty() ? "" : section + ".";
    return Arrays.stream(values())
        .map(Key::path)
        .filter(path -> path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()).replaceFirst("\\..*", ""))
        .distinct()
        .toList();
  }

  /**
   * Returns the value if it is valid for this key.
   *
   * @param where the place of the value, for the message
   * @throws ConfigException if the value is invalid
   */
  public String check(String value, String where) {
    if (type.accepts().test(value)) {
      return value;
    }
    String found = secret() ? "another value" : '"' + value + '"';
    throw new ConfigException(
        "%s: %s: expected %s, found %s".formatted(where, path, type.expected(), found));
  }
}
