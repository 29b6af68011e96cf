package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.config.Key;
import calendar.local.postgres.EmbeddedDatabase;
import calendar.local.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the drivers get of a text value, in servers and in the migration that really run: PostgreSQL
 * lets in only the exact password, and the broker records what it hears.
 */
class LiteralValuesIT {
  /**
   * Everything that means something to Liberty, MicroProfile Config, XML, YAML, a URL or a shell.
   */
  private static final String ODD =
      "  ${env.HOME} $ $$ ${x} ${1+1} \\${y} {aes}z \"'`<&>\\ \u00e4\u00d6\u00df # %41 a+b=c?d;/  ";

  /**
   * Within PostgreSQL's 63 bytes, and without an apostrophe: Flyway cannot do with one in a role.
   */
  private static final String ODD_NAME = " ${env.HOME} $$ ${x} \"<&>\\ \u00e4 # %41 +?/ ";

  /** Printed by {@code securityUtility encode --encoding=aes --key=open sesame}. */
  private static final String AES_SESAME =
      "{aes}ARAkSH5adNu6kuQTAR5voG6HZTzxRJ3gavi3a/dUC9lTQnuCU2jwkrLXND5R8rmezZeDj1FIpc5NPl7IBYXlbHsarIdiY15i5/SQQsfqIjPsngHoBmyvlgxgII3YikrT5TW3uUulQIkz";

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Pattern STORAGE_UP =
      Pattern.compile("\"name\":\"storage\",\"status\":\"UP\"");

  private static EmbeddedDatabase postgres;

  @TempDir Path folder;

  private final Map<Key, String> values = new EnumMap<>(Key.class);
  private final Map<String, String> environment = new HashMap<>();
  private FakeBroker broker;
  private int httpPort;

  @BeforeAll
  static void startPostgres() {
    postgres = EmbeddedDatabase.temporary();
  }

  @AfterAll
  static void stopPostgres() {
    postgres.close();
  }

  @BeforeEach
  void prepare() throws IOException {
    broker = new FakeBroker();
    httpPort = Ports.free();
    values.put(Key.HTTP_PORT, "" + httpPort);
    values.put(Key.DATABASE_HOST, postgres.access().host());
    values.put(Key.DATABASE_PORT, "" + postgres.access().port());
    values.put(Key.RABBITMQ_HOST, "127.0.0.1");
    values.put(Key.RABBITMQ_PORT, "" + broker.port());
    environment.put("WLP_OUTPUT_DIR", folder.resolve("work").toString());
  }

  @AfterEach
  void stopBroker() throws IOException {
    broker.close();
  }

  @Test
  void valuesOfTheFileAreLiteral() throws Exception {
    name(ODD_NAME + 1);
    secrets(ODD, ODD);

    createDatabase();
    migrate("--config=" + writeConfig());
    expectLogins("calendar_scheduler", brokerLogin(), "--config=" + writeConfig());
  }

  @Test
  void valuesOfTheEnvironmentAreLiteralInAnyLocale() throws Exception {
    name(ODD_NAME + 2);
    secrets(ODD, ODD);
    values.forEach((key, value) -> environment.put(key.environmentVariable(), value));
    environment.put("LC_ALL", "C");

    createDatabase();
    migrate();
    expectLogins("calendar_sender", brokerLogin());
  }

  @Test
  void secretsOfFilesAreLiteral() throws Exception {
    name("{xor}x");
    secrets("{xor}x", "{xor}x");
    FakeBroker.Login expected = brokerLogin();
    createDatabase();
    for (Key key : List.copyOf(values.keySet())) {
      if (key.secret()) {
        Path secret = Files.writeString(folder.resolve(key.path()), values.remove(key) + "\n");
        environment.put(key.secretFileVariable(), secret.toString());
      }
    }

    migrate("--config=" + writeConfig());
    expectLogins("calendar_scheduler", expected, "--config=" + writeConfig());
  }

  @Test
  void aPasswordMayBeEmpty() throws Exception {
    name("plain");
    secrets("$$", "");

    createDatabase();
    migrate("--config=" + writeConfig());
    expectLogins("calendar_sender", brokerLogin(), "--config=" + writeConfig());
  }

  @Test
  void libertysRulesHoldInXmlAndSystemProperties() throws Exception {
    name("liberty");
    secrets("sesame", "guest");
    createDatabase();
    migrate("--config=" + writeConfig());
    values.put(Key.DATABASE_PASSWORD, "wrong");
    values.put(Key.DATABASE_USER, "wrong");
    Path overrides = Files.createDirectory(folder.resolve("overrides"));
    Files.writeString(
        overrides.resolve("mine.xml"),
        """
        <server>
          <variable name="mine" value="sesame"/>
          <variable name="base" value="liberty"/>
          <variable name="calendar.database.user" value="u${base}"/>
          <variable name="wlp.password.encryption.key" value="open"/>
          <variable name="calendar.database.password" value="%s"/>
          <variable name="calendar.rabbitmq.password" value="{xor}LDo8LTor"/>
          <variable name="calendar.rabbitmq.vhost" value="/${mine}$$"/>
        </server>
        """
            .formatted(AES_SESAME));
    environment.put("CALENDAR_OVERRIDES", overrides.toString());
    environment.put("JVM_ARGS", "'-Dcalendar.rabbitmq.user=by ${mine}'");

    expectLogins(
        "calendar_scheduler",
        new FakeBroker.Login("by sesame", "secret", "/sesame$$"),
        "--config=" + writeConfig());
  }

  private void name(String name) {
    values.put(Key.DATABASE_NAME, name);
    values.put(Key.DATABASE_USER, "u" + name);
    values.put(Key.DATABASE_OWNER_USER, "o" + name);
    values.put(Key.RABBITMQ_USER, name);
    values.put(Key.RABBITMQ_VHOST, name);
  }

  private void secrets(String database, String rabbitMq) {
    values.put(Key.DATABASE_PASSWORD, database);
    values.put(Key.DATABASE_OWNER_PASSWORD, database);
    values.put(Key.RABBITMQ_PASSWORD, rabbitMq);
  }

  private void createDatabase() throws SQLException {
    createRole(values.get(Key.DATABASE_OWNER_USER), values.get(Key.DATABASE_OWNER_PASSWORD));
    createRole(values.get(Key.DATABASE_USER), values.get(Key.DATABASE_PASSWORD));
    execute(
        "CREATE DATABASE %s OWNER %s"
            .formatted(
                quoted(values.get(Key.DATABASE_NAME)),
                quoted(values.get(Key.DATABASE_OWNER_USER))));
  }

  private static void createRole(String name, String password) throws SQLException {
    execute(
        "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(quoted(name), password.replace("'", "''")));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static void execute(String sql) throws SQLException {
    try (Connection administrator = postgres.connectAsAdministrator();
        Statement statement = administrator.createStatement()) {
      statement.execute(sql);
    }
  }

  private void migrate(String... arguments) throws Exception {
    Distribution.Ended migration =
        Distribution.run(
            folder, environment, command("calendar_migrate", arguments).toArray(String[]::new));

    assertThat(migration.status()).as("%s", migration.err()).isZero();
  }

  /** Starts it, and waits until it has logged in at both. */
  private void expectLogins(String program, FakeBroker.Login expected, String... arguments)
      throws Exception {
    try (RunningServer server =
        RunningServer.begin(program, folder, httpPort, environment, arguments)) {
      FakeBroker.Login login = broker.logins().poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertThat(login).as("%s", server.console()).isEqualTo(expected);
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () ->
                  assertThat(server.get("/health/ready").body())
                      .as("%s", server.console())
                      .containsPattern(STORAGE_UP));
    }
  }

  private static List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(Distribution.program(program).toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private FakeBroker.Login brokerLogin() {
    return new FakeBroker.Login(
        values.get(Key.RABBITMQ_USER),
        values.get(Key.RABBITMQ_PASSWORD),
        values.get(Key.RABBITMQ_VHOST));
  }

  /** As a file of our own would say them. */
  private Path writeConfig() throws IOException {
    StringBuilder yaml = new StringBuilder();
    for (String section : List.of("http", "database", "rabbitmq")) {
      yaml.append(section).append(":\n");
      values.forEach(
          (key, value) -> {
            if (key.path().startsWith(section + ".")) {
              yaml.append(
                  "  %s: '%s'%n"
                      .formatted(
                          key.path().substring(section.length() + 1), value.replace("'", "''")));
            }
          });
    }
    return Files.writeString(folder.resolve("config.yaml"), yaml);
  }
}
