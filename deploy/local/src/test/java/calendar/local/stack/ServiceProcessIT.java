package calendar.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.local.process.GuardedCommand;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ServiceProcessIT {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  @Test
  void startsAgainAfterStop() {
    try (ServiceProcess process = started(webServer(Ports.free()))) {
      assertThat(process.isAlive()).isTrue();
      assertThat(lines).contains("listening");

      process.stop();
      assertThat(process.isAlive()).isFalse();

      process.start();
      assertThat(process.isAlive()).isTrue();
    }
  }

  @Test
  void reportsLastLinesOfFailedStart() {
    ServiceProcess process =
        service(List.of("sh", "-c", "echo 'log_level: expected info'; exit 2"), Ports.free());

    assertThatThrownBy(process::start)
        .isInstanceOf(LocalException.class)
        .hasMessageContaining("calendar_test ended at its start with status 2")
        .hasMessageContaining("log_level: expected info");
  }

  @Test
  void startsAgainAfterACrash() {
    try (ServiceProcess process = started(webServer(Ports.free()))) {
      process.kill();
      assertThat(process.isAlive()).isFalse();
      assertThat(process.awaitEnd()).isEqualTo(128 + 9);

      process.start();
      assertThat(process.isAlive()).isTrue();
    }
  }

  @Test
  void reportsUnexpectedEnd() throws Exception {
    try (ServiceProcess process = started(webServer(Ports.free()))) {
      CompletableFuture<String> end = process.onEnd();
      ProcessHandle.of(serverOf(lines)).orElseThrow().destroyForcibly();

      assertThat(end.get(20, TimeUnit.SECONDS))
          .isEqualTo("calendar_test has ended with status 137.");
      assertThat(process.lastLines()).contains("listening");
    }
  }

  @Test
  void answersNothingWhilePaused() throws Exception {
    try (ServiceProcess process = started(webServer(Ports.free()))) {
      HttpRequest question =
          HttpRequest.newBuilder(process.http().resolve("/health/ready")).build();
      process.pause();
      CompletableFuture<HttpResponse<Void>> pending =
          HttpClient.newHttpClient().sendAsync(question, BodyHandlers.discarding());
      assertThat(pending)
          .failsWithin(Duration.ofMillis(500))
          .withThrowableOfType(TimeoutException.class);

      process.resume();

      assertThat(pending.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void endsWhilePaused() {
    ServiceProcess process = started(webServer(Ports.free()));
    long server = serverOf(lines);
    process.pause();

    process.close();

    assertThat(ProcessHandle.of(server)).isEmpty();
  }

  private static long serverOf(Queue<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("process "))
        .map(line -> Long.parseLong(line.substring("process ".length())))
        .findFirst()
        .orElseThrow();
  }

  private static ServiceProcess started(ServiceProcess process) {
    process.start();
    return process;
  }

  private ServiceProcess webServer(int port) {
    return service(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ReadyServer.class.getName(),
            Integer.toString(port)),
        port);
  }

  private ServiceProcess service(List<String> words, int port) {
    URI http = URI.create("http://localhost:" + port + "/");
    GuardedCommand command =
        new GuardedCommand(words, System.getenv(), Path.of(""), "TERM", Duration.ofSeconds(30));
    return new ServiceProcess(
        "calendar_test", command, new HealthProbe(http, Optional.empty()), lines::add);
  }
}
