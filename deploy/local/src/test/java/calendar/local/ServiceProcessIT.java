package calendar.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class ServiceProcessIT {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  @Test
  void runsAServiceUntilItIsStoppedAndAgain() {
    Service service = webServer(Ports.free());
    try (ServiceProcess process = started(service)) {
      assertThat(process.isAlive()).isTrue();
      assertThat(lines).contains("listening");

      process.stop();
      assertThat(process.isAlive()).isFalse();

      process.start();
      assertThat(process.isAlive()).isTrue();
    }
  }

  @Test
  void tellsTheLastWordsOfAServiceThatDiesAtItsStart() {
    Service service =
        new Service(
            "calendar_test",
            List.of("sh", "-c", "echo 'log_level: expected info'; exit 2"),
            System.getenv(),
            Path.of(""),
            URI.create("http://localhost:" + Ports.free() + "/"));

    assertThatThrownBy(() -> started(service))
        .isInstanceOf(LocalException.class)
        .hasMessageContaining("calendar_test ended at its start with status 2")
        .hasMessageContaining("log_level: expected info");
  }

  @Test
  void noticesThatAServiceDies() {
    Service service = webServer(Ports.free());
    try (ServiceProcess process = started(service)) {
      long server =
          lines.stream()
              .filter(line -> line.startsWith("process "))
              .map(line -> Long.parseLong(line.substring("process ".length())))
              .findFirst()
              .orElseThrow();
      ProcessHandle.of(server).orElseThrow().destroyForcibly();

      assertThat(process.awaitEnd()).isEqualTo(128 + 9);
      assertThat(process.lastLines()).contains("listening");
    }
  }

  private ServiceProcess started(Service service) {
    ServiceProcess process = ServiceProcess.of(service, lines::add);
    process.start();
    return process;
  }

  private static Service webServer(int port) {
    return new Service(
        "calendar_test",
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ReadyServer.class.getName(),
            Integer.toString(port)),
        System.getenv(),
        Path.of(""),
        URI.create("http://localhost:" + port + "/"));
  }
}
