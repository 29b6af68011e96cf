package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server that was started by its wrapper; closing it leaves nothing behind. */
final class RunningServer implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);

  /**
   * A short life does not repay the second compiler: it would more than double the start's work.
   */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1 ";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path console;
  private final int httpPort;

  private RunningServer(Process process, Path console, int httpPort) {
    this.process = process;
    this.console = console;
    this.httpPort = httpPort;
  }

  /** Starts a calendar_api in the folder, and waits until it is ready on the port. */
  static RunningServer start(
      Path folder, int httpPort, Map<String, String> environment, String... arguments)
      throws IOException {
    return awaitReady(begin("calendar_api", folder, httpPort, environment, arguments));
  }

  /** Starts a calendar_api that may have only so many files open, and waits until it is ready. */
  static RunningServer startWithDescriptors(
      int limit, Path folder, int httpPort, Map<String, String> environment) throws IOException {
    List<String> command =
        List.of(
            "sh",
            "-c",
            "ulimit -n %d && exec \"$0\"".formatted(limit),
            Distribution.program("calendar_api").toString());
    return awaitReady(begin(command, folder, httpPort, environment));
  }

  private static RunningServer awaitReady(RunningServer server) throws IOException {
    try {
      await()
          .atMost(START)
          .until(() -> !server.process.isAlive() || server.status("/health/ready") == 200);
      assertThat(server.process.isAlive()).as("runs: %s", server.console()).isTrue();
      return server;
    } catch (RuntimeException | AssertionError failure) {
      server.close();
      throw failure;
    }
  }

  /** Starts a server in the folder, without waiting for it. */
  static RunningServer begin(
      String program,
      Path folder,
      int httpPort,
      Map<String, String> environment,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Distribution.program(program).toString());
    command.addAll(List.of(arguments));
    return begin(command, folder, httpPort, environment);
  }

  private static RunningServer begin(
      List<String> command, Path folder, int httpPort, Map<String, String> environment)
      throws IOException {
    Path console = folder.resolve("console");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(console.toFile());
    Distribution.clean(builder.environment());
    builder.environment().put("WLP_OUTPUT_DIR", folder.resolve("work").toString());
    builder.environment().putAll(environment);
    builder.environment().put("JVM_ARGS", QUICK_START + environment.getOrDefault("JVM_ARGS", ""));
    return new RunningServer(builder.start(), console, httpPort);
  }

  /** The status of an answer, 0 if there is none. */
  int status(String path) {
    try {
      return get(path).statusCode();
    } catch (IOException nobody) {
      return 0;
    }
  }

  HttpResponse<String> get(String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:%d%s".formatted(httpPort, path));
    try {
      return HTTP.send(
          HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  Process process() {
    return process;
  }

  /** What it has printed so far. */
  String console() throws IOException {
    return Files.readString(console);
  }

  /** Asks it to stop, as a supervisor does. Its exit status. */
  int terminate(Duration limit) throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
        .as("ends within %s of SIGTERM", limit)
        .isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
