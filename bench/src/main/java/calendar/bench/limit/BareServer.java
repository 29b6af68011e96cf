package calendar.bench.limit;

import calendar.bench.BenchException;
import calendar.local.process.Folders;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.Ports;
import calendar.local.stack.Distribution;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * A Liberty server of the same distribution without the calendar, to compare a start with.
 *
 * @param folder has its definition and its output
 */
public record BareServer(Path folder, List<String> program) implements AutoCloseable {
  private static final String API = "calendar_api";
  private static final String APPLICATION = "<webApplication [^>]*/>";
  private static final String READY = "CWWKF0011I";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** One without any feature, which has been started once before, as the calendar's has. */
  public static BareServer empty() throws IOException {
    Path folder = Folders.temporary("calendar-bench-liberty-");
    Files.writeString(definition(folder, "empty").resolve("server.xml"), "<server/>\n");
    Path server = Distribution.find().home().resolve("wlp/bin/server");
    return new BareServer(folder, List.of(server.toString(), "run", "empty")).startedBefore();
  }

  /** The API's, with its features and its Java's options: all but the application. */
  public static BareServer withoutApplication() throws IOException {
    Path folder = Folders.temporary("calendar-bench-liberty-");
    Distribution distribution = Distribution.find();
    Path servers = distribution.home().resolve("usr");
    Path definition = definition(folder, API);
    Files.createSymbolicLink(folder.resolve("usr/shared"), servers.resolve("shared"));
    try (Stream<Path> files = Files.list(servers.resolve("servers").resolve(API))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file).replaceAll(APPLICATION, "");
        Files.writeString(definition.resolve(file.getFileName()), text);
      }
    }
    return new BareServer(folder, List.of(distribution.program(API).toString())).startedBefore();
  }

  private static Path definition(Path folder, String name) throws IOException {
    return Files.createDirectories(folder.resolve("usr/servers").resolve(name));
  }

  private BareServer startedBefore() {
    secondsToStart();
    return this;
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
      if (!Uninterruptibles.awaitUninterruptibly(ready, PATIENCE)) {
        throw BenchException.failed(
            "a bare server did not start: " + String.join("\n", process.lastLines()));
      }
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  @Override
  public void close() {
    Folders.delete(folder);
  }

  private GuardedCommand command() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(variable -> variable.startsWith("CALENDAR_"));
    environment.put("CALENDAR_HTTP_PORT", Integer.toString(Ports.free()));
    environment.put("CALENDAR_GRPC_PORT", Integer.toString(Ports.free()));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("WLP_USER_DIR", folder.resolve("usr").toString());
    environment.put("WLP_OUTPUT_DIR", folder.resolve("output").toString());
    return new GuardedCommand(program, environment, folder, "TERM", PATIENCE);
  }
}
