package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.local.process.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The metrics of scheduler and sender, which show them also without database and broker. */
class ServiceMetricsIT {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"calendar_scheduler, 8", "calendar_sender, 3"})
  void everyMetricOfOursIsExplained(String program, int metrics) throws Exception {
    int port = Ports.free();
    Map<String, String> environment =
        Map.of(
            "CALENDAR_HTTP_IP", "127.0.0.1",
            "CALENDAR_HTTP_PORT", "" + port,
            "CALENDAR_DATABASE_PORT", "" + Ports.free(),
            "CALENDAR_RABBITMQ_PORT", "" + Ports.free());
    try (RunningServer server = RunningServer.begin(program, folder, port, environment)) {
      await()
          .atMost(Duration.ofMinutes(5))
          .untilAsserted(() -> assertThat(MetricsPage.families(metrics(server))).hasSize(metrics));
      assertThat(MetricsPage.unexplained(metrics(server))).isEmpty();
    }
  }

  private static String metrics(RunningServer server) {
    try {
      return server.get("/metrics").body();
    } catch (IOException notYet) {
      return "";
    }
  }
}
