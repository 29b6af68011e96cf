package calendar.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.local.process.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private Path definition;

  @BeforeEach
  void define() throws IOException {
    definition = Files.createDirectories(folder.resolve("home/usr/servers/calendar_api"));
    Files.writeString(definition.resolve("server.xml"), "<server/>");
    environment.put("CALENDAR_HTTP_IP", "127.0.0.1");
    environment.put("CALENDAR_GRPC_IP", "127.0.0.1");
  }

  private int launch(String... arguments) {
    return launch(Server.API, arguments);
  }

  private int launch(Server server, String... arguments) {
    return new Launcher(
            server,
            new LaunchEnvironment(folder.resolve("home"), folder, environment),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8))
        .run(arguments);
  }

  private void freePorts() throws IOException {
    environment.put("CALENDAR_HTTP_PORT", "" + Ports.free());
    environment.put("CALENDAR_GRPC_PORT", "" + Ports.free());
  }

  @Test
  void aStartTellsTheWrapperWhatTheServerNeeds() throws IOException {
    freePorts();
    environment.put("JVM_ARGS", "-Xmx1g");
    environment.put("CALENDAR_LOG_FILE", "it's/here.log");

    assertThat(launch()).isEqualTo(Launcher.START);

    Path output = folder.resolve("home/work/calendar_api-" + environment.get("CALENDAR_HTTP_PORT"));
    assertThat(out.toString(UTF_8))
        .contains("export WLP_OUTPUT_DIR='" + output + "'\n")
        .contains("export CALENDAR_CONFIG_XML='" + output.resolve("calendar_api.xml") + "'\n")
        .contains("export LOG_DIR='" + folder + "/it'\\''s'\n")
        .containsPattern("export JVM_ARGS='.*message.file.name=here.log.* -Xmx1g'\n");
    assertThat(folder.resolve("it's")).isDirectory();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void onlyTheApiRunsWithLibertysAgent() throws IOException {
    freePorts();
    launch();
    assertThat(out.toString(UTF_8)).doesNotContain("WLP_SKIP_BOOTSTRAP_AGENT");

    launchSender();
    assertThat(out.toString(UTF_8)).contains("export WLP_SKIP_BOOTSTRAP_AGENT='true'\n");
  }

  @Test
  void theUserMayHaveTheAgentEverywhere() throws IOException {
    freePorts();
    environment.put("WLP_SKIP_BOOTSTRAP_AGENT", "");

    launchSender();

    assertThat(out.toString(UTF_8)).doesNotContain("WLP_SKIP_BOOTSTRAP_AGENT");
  }

  private void launchSender() throws IOException {
    Path sender = Files.createDirectories(definition.resolveSibling("calendar_sender"));
    Files.writeString(sender.resolve("server.xml"), "<server/>");
    assertThat(launch(Server.SENDER)).isEqualTo(Launcher.START);
  }

  @Test
  void theServerLearnsWhatItNeedsAndNoMore() throws IOException {
    freePorts();
    environment.put("CALENDAR_DATABASE_PASSWORD", "<&\"'>");
    environment.put("CALENDAR_DATABASE_OWNER_PASSWORD", "not for the server");
    environment.put("WLP_OUTPUT_DIR", "out");

    launch();

    assertThat(folder.resolve("out/calendar_api.xml"))
        .content()
        .contains("<variable name=\"calendar.storage\" defaultValue=\"postgres\"/>")
        .contains("name=\"calendar.database.password\" defaultValue=\"{xor}Y3l9eGE=\"")
        .doesNotContain("not for the server");
  }

  @Test
  void theServerDoesNotReadTheVariablesAgain() throws IOException {
    freePorts();
    environment.put("CALENDAR_DATABASE_USER", "${env.HOME}");

    launch();

    assertThat(out.toString(UTF_8))
        .containsPattern("\nunset .*CALENDAR_HTTP_PORT.* CALENDAR_DATABASE_USER\n");
    assertThat(folder.resolve("home/work/calendar_api-" + environment.get("CALENDAR_HTTP_PORT")))
        .satisfies(
            output ->
                assertThat(output.resolve("calendar_api.xml"))
                    .content()
                    .contains(
                        "name=\"calendar.database.user\" defaultValue=\"%24%7Benv.HOME%7D\""));
  }

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
  void checkKnowsWhatServerXmlSets() throws IOException {
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
  void serverXmlBeatsASystemProperty() throws IOException {
    Path xml =
        Files.writeString(
            definition.resolve("server.xml"),
            "<server><variable name='calendar.grpc.port' value='1234'/></server>");
    environment.put(LaunchEnvironment.KEY_PROPERTIES, "-Dcalendar.grpc.port=4321");

    launch("--check=offline");

    assertThat(out.toString(UTF_8)).containsPattern("grpc.port +1234 +" + xml);
  }

  @Test
  void aValueThatServerXmlOverridesIsNotTried() throws IOException {
    freePorts();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      environment.put("CALENDAR_GRPC_PORT", "" + taken.getLocalPort());
      environment.put(LaunchEnvironment.KEY_PROPERTIES, "-Dcalendar.grpc.port=" + Ports.free());

      assertThat(launch()).isEqualTo(Launcher.START);
    }
  }

  @Test
  void checkSaysWhichLoginFailedAndWhy() throws IOException {
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
  void checkOfAMemoryStorageTriesNoLogin() {
    environment.put("CALENDAR_STORAGE", "memory");

    assertThat(launch("--check")).isZero();
  }

  @Test
  void checkDoesNotTryAValueThatOnlyLibertyCanRead() {
    environment.put(LaunchEnvironment.KEY_PROPERTIES, "-Dcalendar.database.password=${mine}");

    assertThat(launch("--check")).isZero();

    assertThat(out.toString(UTF_8))
        .endsWith(
            "database: login not tried: only Liberty can read the value of database.password in"
                + " -Dcalendar.database.password\n");
  }

  @Test
  void checkKnowsTwoKinds() {
    assertThat(launch("--check=online")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .startsWith(
            "Invalid value for option '--check': expected logins or offline, found"
                + " \"online\"\n");
  }

  @Test
  void badValuesAreNamedWhereverTheyStand() throws IOException {
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

  @Test
  void oneAddressForBothIsRefused() throws IOException {
    freePorts();
    environment.put("CALENDAR_GRPC_PORT", environment.get("CALENDAR_HTTP_PORT"));

    assertThat(launch()).isEqualTo(2);

    assertThat(err.toString(UTF_8)).contains("grpc.port: cannot listen on 127.0.0.1:");
  }

  @Test
  void anAddressThatIsNotOursIsRefused() throws IOException {
    freePorts();
    environment.put("CALENDAR_HTTP_IP", "192.0.2.1");

    assertThat(launch()).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "calendar_api: http.ip: no such address: 192.0.2.1. Use one of this machine's by"
                + " http.ip in the configuration file or CALENDAR_HTTP_IP\n");
  }

  @Test
  void aLogFileThatCannotBeWrittenIsRefused() throws IOException {
    freePorts();
    Files.writeString(folder.resolve("file"), "");
    environment.put("CALENDAR_LOG_FILE", "file/calendar.log");
    assertThat(launch()).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("log_file: expected a folder").hasLineCount(1);

    err.reset();
    environment.put("CALENDAR_LOG_FILE", "home");
    assertThat(launch()).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("log_file: expected a file, found the folder");
  }

  @Test
  void anUnknownOptionIsRefused() {
    assertThat(launch("--confg=x")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("Unknown option: '--confg=x'");
  }
}
