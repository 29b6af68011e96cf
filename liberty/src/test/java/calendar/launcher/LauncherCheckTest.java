package calendar.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.local.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LauncherCheckTest extends LauncherRun {
  @Test
  void checkHidesSecrets() {
    environment.put("CALENDAR_DATABASE_PASSWORD", "open sesame");

    assertThat(launch("--check=offline")).isZero();

    assertThat(out.toString(UTF_8))
        .containsPattern("database.password +\\(hidden\\) +CALENDAR_DATABASE_PASSWORD\n")
        .doesNotContain("open sesame")
        .doesNotContain("rabbitmq");
  }

  @Test
  void checkNamesTheVariableOfASecretFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "open sesame");
    environment.put("CALENDAR_DATABASE_PASSWORD_FILE", secret.toString());

    assertThat(launch("--check=offline")).isZero();

    assertThat(out.toString(UTF_8))
        .containsPattern("database.password +\\(hidden\\) +CALENDAR_DATABASE_PASSWORD_FILE\n");
  }

  @Test
  void checkShowsValueOfServerXml() throws IOException {
    Path overrides = Files.createDirectories(definition.resolve("configDropins/overrides"));
    Path xml =
        Files.writeString(
            overrides.resolve("mine.xml"),
            "<server><variable name='calendar.grpc.port' value='1234'/></server>");
    environment.put("CALENDAR_GRPC_PORT", "4321");

    launch("--check=offline");

    assertThat(out.toString(UTF_8)).containsPattern("grpc.port +1234 +" + xml);
  }

  @Test
  void checkPrefersServerXmlToSystemProperty() throws IOException {
    Path xml =
        Files.writeString(
            definition.resolve("server.xml"),
            "<server><variable name='calendar.grpc.port' value='1234'/></server>");
    environment.put(LaunchEnvironment.KEY_PROPERTIES, "-Dcalendar.grpc.port=4321");

    launch("--check=offline");

    assertThat(out.toString(UTF_8)).containsPattern("grpc.port +1234 +" + xml);
  }

  @Test
  void checkReportsFailedLogins() throws IOException {
    Path scheduler = definition.resolveSibling("calendar_scheduler");
    Files.writeString(Files.createDirectories(scheduler).resolve("server.xml"), "<server/>");
    int port = Ports.free();
    environment.put("CALENDAR_DATABASE_HOST", "127.0.0.1");
    environment.put("CALENDAR_DATABASE_PORT", "" + port);
    environment.put("CALENDAR_RABBITMQ_HOST", "127.0.0.1");
    environment.put("CALENDAR_RABBITMQ_PORT", "" + port);

    assertThat(launch(Server.SCHEDULER, "--check")).isEqualTo(1);

    assertThat(err.toString(UTF_8).lines())
        .satisfiesExactly(
            database ->
                assertThat(database)
                    .startsWith(
                        "calendar_scheduler: database calendar on 127.0.0.1:%d as calendar: "
                            .formatted(port))
                    .endsWith(" (database.host, database.port)"),
            broker ->
                assertThat(broker)
                    .isEqualTo(
                        ("calendar_scheduler: RabbitMQ virtual host / on 127.0.0.1:%d as guest:"
                                + " Connection refused (rabbitmq.host, rabbitmq.port)")
                            .formatted(port)));
  }

  @Test
  void checkOfMemoryStorageTriesNoLogin() {
    environment.put("CALENDAR_STORAGE", "memory");

    assertThat(launch("--check")).isZero();
  }

  @Test
  void checkSkipsValuesOnlyLibertyCanRead() {
    environment.put(LaunchEnvironment.KEY_PROPERTIES, "-Dcalendar.database.password=${mine}");

    assertThat(launch("--check")).isZero();

    assertThat(out.toString(UTF_8))
        .endsWith(
            "database: login not tried: only Liberty can read the value of database.password in"
                + " -Dcalendar.database.password\n");
  }

  @Test
  void checkRejectsUnknownKind() {
    assertThat(launch("--check=online")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .startsWith(
            "Invalid value for option '--check': expected logins or offline, found"
                + " \"online\"\n");
  }

  @Test
  void checkReportsBadValues() throws IOException {
    environment.put(LaunchEnvironment.KEY_PROPERTIES, "-Dcalendar.grpc.port=none");
    assertThat(launch("--check=offline")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "calendar_api: -Dcalendar.grpc.port: grpc.port: expected a whole number from 1 to"
                + " 65535, found \"none\"\n");

    err.reset();
    Files.writeString(definition.resolve("server.xml"), "<server>\n<oops\n</server>");
    assertThat(launch("--check=offline")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("server.xml:3: not XML: ").hasLineCount(1);
  }
}
