package calendar.bench.limit;

import calendar.bench.BenchException;
import calendar.local.Distribution;
import calendar.local.GuardedCommand;
import calendar.local.GuardedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Liberty server of the same distribution without any feature or application. */
public final class EmptyServer implements AutoCloseable {
  private static final String NAME = "empty";
  private static final String READY = "CWWKF0011I";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;

  private EmptyServer(Path folder) {
    this.folder = folder;
  }

  /** One that has been started once before, as the calendar's has. */
  public static EmptyServer prepare() throws IOException {
    EmptyServer server = new EmptyServer(Files.createTempDirectory("calendar-bench-liberty-"));
    Path definition = server.folder.resolve("usr/servers/" + NAME);
    Files.createDirectories(definition);
    Files.writeString(definition.resolve("server.xml"), "<server/>\n");
    server.secondsToStart();
    return server;
  }

  /** Starts it, stops it, and answers how long the start took. */
  public double secondsToStart() {
    CountDownLatch ready = new CountDownLatch(1);
    long begin = System.nanoTime();
    try (GuardedProcess process =
        GuardedProcess.start(
            command(),
            line -> {
              if (line.contains(READY)) {
                ready.countDown();
              }
            })) {
      if (!ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new BenchException(
            BenchException.FAILED,
            "the empty server did not start: " + String.join("\n", process.lastLines()));
      }
      return (System.nanoTime() - begin) / 1e9;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", interrupted);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(EmptyServer::delete);
    }
  }

  private GuardedCommand command() {
    Path program = Distribution.find().home().resolve("wlp/bin/server");
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(variable -> variable.startsWith("CALENDAR_"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("WLP_USER_DIR", folder.resolve("usr").toString());
    environment.put("WLP_OUTPUT_DIR", folder.resolve("output").toString());
    return new GuardedCommand(
        List.of(program.toString(), "run", NAME), environment, folder, "TERM", PATIENCE);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
