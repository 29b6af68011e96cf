package calendar.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.local.process.Ports;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running calendar_api shows to the outside, told in one life of it: a start takes long. */
class CalendarApiIT {
  private static final String PASSWORD = "n0b0dy-may-see";

  @TempDir Path folder;

  private RunningServer server;
  private int grpcPort;

  @BeforeEach
  void start() throws IOException {
    int httpPort = Ports.free();
    grpcPort = Ports.free();
    Path secret = Files.writeString(folder.resolve("secret"), PASSWORD + "\n");
    server =
        RunningServer.start(
            folder,
            httpPort,
            Map.of(
                // A locale in which "simple" has another upper case.
                "JAVA_TOOL_OPTIONS", "-Duser.language=tr -Duser.country=TR",
                "CALENDAR_HTTP_IP", "127.0.0.1",
                "CALENDAR_HTTP_PORT", "" + httpPort,
                "CALENDAR_GRPC_IP", "127.0.0.1",
                "CALENDAR_GRPC_PORT", "" + grpcPort,
                "CALENDAR_STORAGE", "memory",
                "CALENDAR_LOG_FILE", "my logs/api's.log",
                "CALENDAR_LOG_LEVEL", "warn",
                "CALENDAR_DATABASE_PASSWORD_FILE", secret.toString()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void itAnswersKeepsItsSecretsAndStopsWhenAsked() throws Exception {
    saysHello();
    answersHealthAndMetricsWithoutLogin();
    saysPlainlyWhatIsNotThere();
    showsNoPassword();

    isOneProcess();
    explainsItsMetrics();
    logsWhoSpeaksAnotherProtocolInOneLine();
    keepsItsConsolesFormat();
    goesOnAfterHangup();
    logsAtItsLevel();
    writesToTheEndOfATruncatedLog();

    assertThat(server.terminate(Duration.ofSeconds(15))).isIn(0, 143);
  }

  private void saysHello() throws IOException {
    HttpResponse<String> hello = server.get("/");
    assertThat(hello.statusCode()).isEqualTo(200);
    assertThat(hello.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(hello.body())
        .startsWith("Calendar " + System.getProperty("calendar.version") + "\n")
        .contains("gRPC on 127.0.0.1:");
  }

  private void answersHealthAndMetricsWithoutLogin() throws IOException {
    assertThat(server.get("/health/live").body()).contains("\"UP\"");
    assertThat(server.status("/health/ready")).isEqualTo(200);
    assertThat(server.status("/health/started")).isEqualTo(200);
    assertThat(server.get("/metrics").body()).contains("# TYPE ");
  }

  private void saysPlainlyWhatIsNotThere() throws IOException {
    HttpResponse<String> nothing = server.get("/nothing/here");
    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(nothing.body()).isEqualTo("404 Not Found\n");
  }

  private void showsNoPassword() throws IOException {
    assertThat(Path.of("/proc", "" + server.process().pid(), "cmdline"))
        .content()
        .contains("ws-server.jar")
        .doesNotContain(PASSWORD);
    assertThat(server.console()).doesNotContain(PASSWORD);
    assertThat(logFile()).content().doesNotContain(PASSWORD);
    Path xml = folder.resolve("work/calendar_api.xml");
    // As Liberty encodes it, so that nothing in it is replaced.
    assertThat(xml).content().contains("{xor}MW89bzsmcjI+JnIsOjo=").doesNotContain(PASSWORD);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(xml)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("work"))))
        .isEqualTo("rwx------");
  }

  /** So that nothing can be left when it has ended. */
  private void isOneProcess() {
    assertThat(server.process().descendants()).isEmpty();
  }

  private void explainsItsMetrics() throws Exception {
    Distribution.run(
        folder,
        Map.of(),
        Distribution.program("calendar_client").toString(),
        "day",
        "--address=127.0.0.1:" + grpcPort,
        "--owner=ann",
        "--date=today");

    String page = server.get("/metrics").body();

    assertThat(MetricsPage.families(page)).contains("calendar_grpc_request_duration_seconds");
    assertThat(MetricsPage.unexplained(page)).isEmpty();
  }

  private void logsWhoSpeaksAnotherProtocolInOneLine() throws Exception {
    try (Socket stranger = new Socket("127.0.0.1", grpcPort)) {
      stranger.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
      assertThat(stranger.getInputStream().readAllBytes()).isNotEmpty();
    }
    try (Socket stranger = new Socket("127.0.0.1", grpcPort)) {
      String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
      stranger.getOutputStream().write((preface + "garbage, no frame").getBytes(US_ASCII));
      assertThat(stranger.getInputStream().readAllBytes()).isNotEmpty();
    }
    // The strangers may have their answers before the lines are written.
    await()
        .untilAsserted(
            () ->
                assertThat(server.console())
                    .containsPattern("127\\.0\\.0\\.1:\\d+ spoke HTTP/1\\.1 to the gRPC port\n")
                    .containsPattern("127\\.0\\.0\\.1:\\d+ broke the rules of HTTP/2: "));
    assertThat(server.console()).doesNotContain("\tat ");
    assertThat(folder.resolve("work/logs/ffdc")).doesNotExist();
    assertThat(folder.resolve("my logs/ffdc")).doesNotExist();
  }

  private void keepsItsConsolesFormat() throws IOException {
    assertThat(server.console()).contains("(en_US)").doesNotContain("(tr_TR)");
    assertThat(server.console().lines().filter(line -> line.contains("spoke HTTP/1.1")))
        .singleElement()
        .asString()
        .matches("\\[\\d{4}-\\d\\d-\\d\\dT[^]]+] .* W .*");
  }

  private void goesOnAfterHangup() throws Exception {
    Distribution.run(folder, Map.of(), "kill", "-HUP", "" + server.process().pid());

    assertThat(server.process().waitFor(3, TimeUnit.SECONDS)).isFalse();
    assertThat(server.status("/health/ready")).isEqualTo(200);
  }

  /** As logrotate's copytruncate does it. */
  private void writesToTheEndOfATruncatedLog() throws Exception {
    Files.writeString(logFile(), "");
    try (Socket stranger = new Socket("127.0.0.1", grpcPort)) {
      stranger.getOutputStream().write("SSH-2.0-OpenSSH\r\n".getBytes(US_ASCII));
      stranger.getInputStream().readAllBytes();
    }
    assertThat(logFile())
        .content()
        .startsWith("[")
        .contains("not HTTP/2: 0x5353482d")
        .doesNotContain("\0");
  }

  private void logsAtItsLevel() throws IOException {
    assertThat(logFile()).content().contains("CWWKE0001I").doesNotContain("gRPC listens on");
    assertThat(server.console()).doesNotContain("CWWKE0001I");
    try (Stream<Path> logs = Files.list(folder.resolve("my logs"))) {
      assertThat(logs).containsExactly(logFile());
    }
  }

  private Path logFile() {
    return folder.resolve("my logs/api's.log");
  }
}
