package calendar.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.local.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest extends LauncherRun {
  @Test
  void exportsWhatTheServerNeeds() throws IOException {
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
  void runsOnlyTheApiWithLibertysAgent() throws IOException {
    freePorts();
    launch();
    assertThat(out.toString(UTF_8)).doesNotContain("WLP_SKIP_BOOTSTRAP_AGENT");

    launchSender();
    assertThat(out.toString(UTF_8)).contains("export WLP_SKIP_BOOTSTRAP_AGENT='true'\n");
  }

  @Test
  void letsTheUserRunTheAgentEverywhere() throws IOException {
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
  void writesOnlyTheSettingsOfTheServer() throws IOException {
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
  void unsetsTheVariablesOfKeys() throws IOException {
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
  void ignoresPortThatIsOverridden() throws IOException {
    freePorts();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      environment.put("CALENDAR_GRPC_PORT", "" + taken.getLocalPort());
      environment.put(LaunchEnvironment.KEY_PROPERTIES, "-Dcalendar.grpc.port=" + Ports.free());

      assertThat(launch()).isEqualTo(Launcher.START);
    }
  }

  @Test
  void rejectsOneAddressForBoth() throws IOException {
    freePorts();
    environment.put("CALENDAR_GRPC_PORT", environment.get("CALENDAR_HTTP_PORT"));

    assertThat(launch()).isEqualTo(2);

    assertThat(err.toString(UTF_8)).contains("grpc.port: cannot listen on 127.0.0.1:");
  }

  @Test
  void rejectsForeignAddress() throws IOException {
    freePorts();
    environment.put("CALENDAR_HTTP_IP", "192.0.2.1");
    environment.put("CALENDAR_AUTH_ALLOW_ANONYMOUS", "true");

    assertThat(launch()).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "calendar_api: http.ip: no such address: 192.0.2.1. Use one of this machine's by"
                + " http.ip in the configuration file or CALENDAR_HTTP_IP\n");
  }

  @ParameterizedTest
  @CsvSource({"CALENDAR_HTTP_IP, http.ip", "CALENDAR_GRPC_IP, grpc.ip"})
  void keepsOtherMachinesAwayFromTheApi(String variable, String key) throws IOException {
    freePorts();
    environment.put(variable, "0.0.0.0");

    assertThat(launch()).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            ("calendar_api: %s: %s: 0.0.0.0 is not a loopback address, and the API asks no caller"
                    + " who they are. Use 127.0.0.1, or set auth.mode to jwt, or auth.allow_anonymous to"
                    + " true if a proxy in front of it decides who may call\n")
                .formatted(variable, key));
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void refusesOpenAddressOfServerXml() throws IOException {
    freePorts();
    Files.writeString(
        definition.resolve("server.xml"),
        "<server><variable name=\"calendar.grpc.ip\" value=\"0.0.0.0\"/></server>");

    assertThat(launch()).isEqualTo(2);

    assertThat(err.toString(UTF_8)).contains("server.xml: grpc.ip: 0.0.0.0 is not a loopback");
  }

  @Test
  void letsOtherMachinesInOnRequest() throws IOException {
    freePorts();
    environment.put("CALENDAR_GRPC_IP", "0.0.0.0");
    environment.put("CALENDAR_AUTH_ALLOW_ANONYMOUS", "true");

    assertThat(launch()).isEqualTo(Launcher.START);
  }

  @Test
  void letsOtherMachinesInWithTokens() throws IOException {
    freePorts();
    environment.put("CALENDAR_GRPC_IP", "0.0.0.0");
    environment.put("CALENDAR_HTTP_IP", "0.0.0.0");
    useTokens();

    assertThat(launch()).isEqualTo(Launcher.START);
  }

  @ParameterizedTest
  @CsvSource({
    "CALENDAR_AUTH_ISSUER, auth.issuer",
    "CALENDAR_AUTH_AUDIENCE, auth.audience",
    "CALENDAR_AUTH_JWKS_URI, auth.jwks_uri"
  })
  void namesWhatTokensNeed(String variable, String key) throws IOException {
    freePorts();
    useTokens();
    environment.remove(variable);

    assertThat(launch()).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "calendar_api: %s: expected a text, because auth.mode is jwt, found nothing\n"
                .formatted(key));
  }

  @Test
  void rejectsKeysThatOthersCouldReplace() throws IOException {
    freePorts();
    useTokens();
    environment.put("CALENDAR_AUTH_JWKS_URI", "http://192.0.2.1/keys");

    assertThat(launch()).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "calendar_api: CALENDAR_AUTH_JWKS_URI: auth.jwks_uri: expected a URI that begins with"
                + " https://, or http:// and a loopback address, found \"http://192.0.2.1/keys\"\n");
  }

  private void useTokens() {
    environment.put("CALENDAR_AUTH_MODE", "jwt");
    environment.put("CALENDAR_AUTH_ISSUER", "https://login.example.com");
    environment.put("CALENDAR_AUTH_AUDIENCE", "calendar");
    environment.put("CALENDAR_AUTH_JWKS_URI", "https://login.example.com/keys");
  }

  @Test
  void passesOnTheWholePathsOfTlsFiles() throws IOException {
    freePorts();
    Files.writeString(folder.resolve("tls.pem"), "");
    Files.writeString(folder.resolve("key.pem"), "");
    environment.put("CALENDAR_GRPC_TLS_CERTIFICATE", "tls.pem");
    environment.put("CALENDAR_GRPC_TLS_KEY", folder.resolve("key.pem").toString());
    environment.put("WLP_OUTPUT_DIR", "out");

    assertThat(launch()).isEqualTo(Launcher.START);

    assertThat(folder.resolve("out/calendar_api.xml"))
        .content()
        .contains(
            "\"calendar.grpc.tls.certificate\" defaultValue=\"%s\""
                .formatted(folder.resolve("tls.pem")))
        .contains("\"calendar.grpc.tls.client_ca\" defaultValue=\"\"");
  }

  @Test
  void rejectsTlsFilesThatAreNotThere() throws IOException {
    freePorts();
    Files.writeString(folder.resolve("tls.pem"), "");
    environment.put("CALENDAR_GRPC_TLS_CERTIFICATE", "tls.pem");
    assertThat(launch()).isEqualTo(2);
    environment.put("CALENDAR_GRPC_TLS_KEY", "none.pem");
    assertThat(launch()).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            calendar_api: grpc.tls.key: expected a file, because grpc.tls.certificate is set, found\
             nothing
            calendar_api: CALENDAR_GRPC_TLS_KEY: grpc.tls.key: expected a file, found %s, which is none
            """
                .formatted(folder.resolve("none.pem")));
  }

  @Test
  void auditFileNeedNotBeThere() throws IOException {
    freePorts();
    environment.put("CALENDAR_AUDIT_FILE", "new/audit.log");
    environment.put("WLP_OUTPUT_DIR", "out");

    assertThat(launch()).isEqualTo(Launcher.START);

    assertThat(folder.resolve("out/calendar_api.xml"))
        .content()
        .contains(
            "\"calendar.audit.file\" defaultValue=\"%s\""
                .formatted(folder.resolve("new/audit.log")));
  }

  @Test
  void letsTheSenderListenAnywhere() throws IOException {
    freePorts();
    environment.put("CALENDAR_HTTP_IP", "0.0.0.0");

    launchSender();
  }

  @Test
  void rejectsUnwritableLogFile() throws IOException {
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
  void rejectsUnknownOption() {
    assertThat(launch("--confg=x")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("Unknown option: '--confg=x'");
  }
}
