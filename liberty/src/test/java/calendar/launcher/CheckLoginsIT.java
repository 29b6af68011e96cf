package calendar.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.config.Key;
import calendar.local.broker.BrokerKind;
import calendar.local.broker.OwnBroker;
import calendar.local.postgres.EmbeddedDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logins that {@code --check} tries, at a PostgreSQL and a broker that really run. */
class CheckLoginsIT {
  private static EmbeddedDatabase postgres;
  private static OwnBroker broker;

  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeAll
  static void start() {
    postgres = EmbeddedDatabase.temporary();
    broker = OwnBroker.temporary(BrokerKind.best());
  }

  @AfterAll
  static void stop() {
    broker.close();
    postgres.close();
  }

  @BeforeEach
  void define() throws Exception {
    Path definition = Files.createDirectories(home.resolve("usr/servers/calendar_sender"));
    Files.writeString(definition.resolve("server.xml"), "<server/>");
    environment.putAll(postgres.access().environment());
    environment.putAll(broker.access().environment());
  }

  @Test
  void rightLoginsAreTakenAndNamed() {
    assertThat(check()).isZero();

    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(out.toString(UTF_8))
        .contains(
            "database calendar on 127.0.0.1:%d as calendar: logged in\n"
                .formatted(postgres.access().port()))
        .endsWith(
            "RabbitMQ virtual host / on 127.0.0.1:%d as guest: logged in\n"
                .formatted(broker.access().port()));
  }

  @Test
  void aWrongPasswordOfTheDatabaseIsSaid() {
    environment.put(Key.DATABASE_PASSWORD.environmentVariable(), "open sesame");

    assertThat(check()).isEqualTo(1);

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            ("calendar_sender: database calendar on 127.0.0.1:%d as calendar: FATAL: password"
                    + " authentication failed for user \"calendar\" (database.user,"
                    + " database.password)\n")
                .formatted(postgres.access().port()));
  }

  @Test
  void aDatabaseThatDoesNotExistIsSaid() {
    environment.put(Key.DATABASE_NAME.environmentVariable(), "diary");

    assertThat(check()).isEqualTo(1);

    assertThat(err.toString(UTF_8))
        .endsWith("FATAL: database \"diary\" does not exist (database.name)\n")
        .hasLineCount(1);
  }

  @Test
  void aWrongPasswordOfTheBrokerIsSaid() {
    environment.put(Key.RABBITMQ_PASSWORD.environmentVariable(), "open sesame");

    assertThat(check()).isEqualTo(1);

    assertThat(err.toString(UTF_8))
        .startsWith("calendar_sender: RabbitMQ virtual host / on 127.0.0.1:")
        .endsWith("(rabbitmq.user, rabbitmq.password)\n")
        .doesNotContain("open sesame")
        .hasLineCount(1);
  }

  @Test
  void aVirtualHostThatDoesNotExistIsSaid() {
    environment.put(Key.RABBITMQ_VHOST.environmentVariable(), "/diary");

    assertThat(check()).isEqualTo(1);

    assertThat(err.toString(UTF_8))
        .contains("/diary on 127.0.0.1:")
        .endsWith("(rabbitmq.vhost, rabbitmq.user)\n")
        .hasLineCount(1);
  }

  @Test
  void whatIsNoBrokerIsSaid() {
    environment.put(Key.RABBITMQ_PORT.environmentVariable(), "" + postgres.access().port());

    assertThat(check()).isEqualTo(1);

    assertThat(err.toString(UTF_8)).endsWith("(rabbitmq.host, rabbitmq.port)\n").hasLineCount(1);
  }

  private int check() {
    return new Launcher(
            Server.SENDER,
            new LaunchEnvironment(home, home, environment),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8))
        .run("--check");
  }
}
