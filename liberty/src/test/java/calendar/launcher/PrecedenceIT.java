package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.local.process.Ports;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every pair of neighbours in the order of precedence, on one server that all sources configure.
 */
class PrecedenceIT {
  private static final int NOBODY = 1;

  @TempDir static Path folder;

  private static RunningServer server;
  private static int httpPort;
  private static int grpcPort;

  @BeforeAll
  static void start() throws IOException {
    httpPort = Ports.free();
    grpcPort = Ports.free();
    Path overrides = Files.createDirectory(folder.resolve("overrides"));
    Files.writeString(
        overrides.resolve("port.xml"),
        "<server><variable name='calendar.http.port' value='%d'/></server>".formatted(httpPort));
    Path config =
        Files.writeString(
            folder.resolve("config.yaml"),
            """
            http: {ip: 127.0.0.1, port: %1$d}
            grpc: {ip: 127.0.0.3, port: %1$d}
            storage: memory
            log_level: debug
            """
                .formatted(NOBODY));
    server =
        RunningServer.start(
            folder,
            httpPort,
            Map.of(
                "CALENDAR_OVERRIDES",
                overrides.toString(),
                "JVM_ARGS",
                "-Dcalendar.http.port=%d '-Dcalendar.grpc.port=%d'".formatted(NOBODY, grpcPort),
                "CALENDAR_HTTP_PORT",
                "" + NOBODY,
                "CALENDAR_GRPC_PORT",
                "" + NOBODY,
                "CALENDAR_GRPC_IP",
                "127.0.0.2"),
            "--config=" + config);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aValueInServerXmlBeatsASystemProperty() {
    assertThat(server.status("/health/live")).isEqualTo(200);
  }

  @Test
  void aSystemPropertyBeatsTheEnvironment() throws IOException {
    assertThat(server.get("/").body()).contains(":%d ".formatted(grpcPort));
    assertThat(grpcHealth()).isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void theEnvironmentBeatsTheFile() throws IOException {
    assertThat(server.get("/").body()).contains("gRPC on 127.0.0.2:");
  }

  @Test
  void theFileBeatsTheDefault() throws IOException {
    assertThat(server.get("/").body()).contains("storage: memory");
  }

  @Test
  void theDefaultHoldsWhereNothingIsSet() {
    assertThat(folder.resolve("logs/calendar_api.log")).isRegularFile();
  }

  @Test
  void levelDebugPutsOurFinestLinesIntoTheLogFile() {
    grpcHealth();

    await()
        .untilAsserted(
            () ->
                assertThat(Files.readString(folder.resolve("logs/calendar_api.log")))
                    .contains("gRPC listens on")
                    .contains("Check OK"));
  }

  private static ServingStatus grpcHealth() {
    ManagedChannel channel =
        Grpc.newChannelBuilder("127.0.0.2:" + grpcPort, InsecureChannelCredentials.create())
            .build();
    try {
      return HealthGrpc.newBlockingStub(channel)
          .check(HealthCheckRequest.getDefaultInstance())
          .getStatus();
    } finally {
      channel.shutdownNow();
    }
  }
}
