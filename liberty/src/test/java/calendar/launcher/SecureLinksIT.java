package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.config.Key;
import calendar.local.broker.BrokerKind;
import calendar.local.broker.OwnBroker;
import calendar.local.postgres.DatabaseCertificate;
import calendar.local.postgres.EmbeddedDatabase;
import calendar.local.process.Ports;
import calendar.tls.CertificateFiles;
import calendar.tls.TestAuthority;
import calendar.tls.TlsEntrance;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS from a server to its database and its broker, and what {@code --check} says of it. */
class SecureLinksIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String DATABASE_KEYS = "(database.tls, database.ca)";
  private static final String BROKER_KEYS = "(rabbitmq.tls, rabbitmq.ca)";

  @TempDir private static Path certificates;

  private static TestAuthority authority;
  private static EmbeddedDatabase postgres;
  private static OwnBroker broker;
  private static TlsEntrance entrance;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    authority = new TestAuthority(certificates, "ours");
    CertificateFiles files = authority.issue("localhost");
    postgres = EmbeddedDatabase.temporary();
    DatabaseCertificate.use(postgres, files.certificate(), files.key());
    broker = OwnBroker.temporary(BrokerKind.best());
    entrance = new TlsEntrance(files, broker.access().port());
  }

  @AfterAll
  static void stop() throws Exception {
    entrance.close();
    broker.close();
    postgres.close();
  }

  @Test
  void serverUsesVerifiedTls() throws Exception {
    Distribution.Ended migrated =
        Distribution.run(
            folder, environment(authority), Distribution.program("calendar_migrate").toString());
    assertThat(migrated.err()).isEmpty();
    int port = Ports.free();
    Map<String, String> environment = environment(authority);
    environment.put(Key.HTTP_PORT.environmentVariable(), "" + port);

    try (RunningServer sender = RunningServer.begin("calendar_sender", folder, port, environment)) {
      await().atMost(LIMIT).until(() -> sender.status("/health/ready") == 200);

      assertThat(encryptedConnectionsOf("calendar_sender")).isPositive();
    }
  }

  @Test
  void serverNamesKeysOfFailedTls() throws Exception {
    int port = Ports.free();
    Map<String, String> environment = environment(new TestAuthority(folder, "other"));
    environment.put(Key.HTTP_PORT.environmentVariable(), "" + port);

    try (RunningServer sender = RunningServer.begin("calendar_sender", folder, port, environment)) {
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () ->
                  assertThat(sender.console())
                      .contains("unable to find valid certification path")
                      .contains(BROKER_KEYS));
      assertThat(sender.status("/health/ready")).isEqualTo(503);
    }
  }

  @Test
  void checkLogsInOverTls() throws Exception {
    Distribution.Ended check = check(environment(authority));

    assertThat(check.err()).isEmpty();
    assertThat(check.status()).isZero();
    assertThat(check.out()).contains("as calendar: logged in", "as guest: logged in");
  }

  @Test
  void checkNamesKeysOfAnotherAuthority() throws Exception {
    Distribution.Ended check = check(environment(new TestAuthority(folder, "other")));

    assertThat(check.status()).isEqualTo(1);
    assertThat(check.err().lines())
        .satisfiesExactly(
            database -> assertThat(database).contains("certification path").endsWith(DATABASE_KEYS),
            queue -> assertThat(queue).contains("certification path").endsWith(BROKER_KEYS));
  }

  @Test
  void checkNamesKeysOfPlainServers() throws Exception {
    Map<String, String> environment = environment(authority);
    environment.put(Key.DATABASE_PORT.environmentVariable(), "" + broker.access().port());
    environment.put(Key.RABBITMQ_PORT.environmentVariable(), "" + broker.access().port());

    Distribution.Ended check = check(environment);

    assertThat(check.status()).isEqualTo(1);
    assertThat(check.err().lines()).hasSize(2).last().asString().endsWith(BROKER_KEYS);
  }

  @Test
  void checkNamesMissingFile() throws Exception {
    Map<String, String> environment = environment(authority);
    environment.put(Key.DATABASE_CA.environmentVariable(), "none.pem");

    Distribution.Ended check = check(environment);

    assertThat(check.status()).isEqualTo(2);
    assertThat(check.err())
        .isEqualTo(
            "calendar_sender: CALENDAR_DATABASE_CA: database.ca: expected a file, found %s, which is none\n"
                .formatted(folder.resolve("none.pem")));
  }

  private Distribution.Ended check(Map<String, String> environment) throws Exception {
    return Distribution.run(
        folder, environment, Distribution.program("calendar_sender").toString(), "--check");
  }

  /** Points a program at both, by the name of the certificate, and verifies it. */
  private static Map<String, String> environment(TestAuthority trusted) {
    Map<String, String> environment = new HashMap<>(postgres.access().environment());
    environment.putAll(broker.access().environment());
    environment.put(Key.DATABASE_TLS.environmentVariable(), "verify-full");
    environment.put(Key.DATABASE_CA.environmentVariable(), trusted.ca().toString());
    environment.put(Key.RABBITMQ_HOST.environmentVariable(), "localhost");
    environment.put(Key.RABBITMQ_PORT.environmentVariable(), "" + entrance.port());
    environment.put(Key.RABBITMQ_TLS.environmentVariable(), "true");
    environment.put(Key.RABBITMQ_CA.environmentVariable(), trusted.ca().toString());
    return environment;
  }

  private static long encryptedConnectionsOf(String program) throws Exception {
    try (Connection administrator = postgres.connectAsAdministrator();
        Statement statement = administrator.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                    + " WHERE ssl AND application_name LIKE '%s %%'".formatted(program))) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
