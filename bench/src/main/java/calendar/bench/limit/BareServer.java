package calendar.bench.limit;

import calendar.bench.BenchException;
import calendar.local.process.Folders;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.Ports;
import calendar.local.stack.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Liberty server of the same distribution without the calendar, to compare a start with. */
public final class BareServer implements AutoCloseable {
  private static final String EMPTY = "empty";
  private static final String API = "calendar_api";
  private static final String APPLICATION = "<webApplication [^>]*/>";
  private static final String READY = "CWWKF0011I";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final List<String> program;

  private BareServer(Path folder, String... program) {
    this.folder = folder;
    this.program = List.of(program);
  }

  /** One without any feature, which has been started once before, as the calendar's has. */
  public static BareServer empty() throws IOException {
    Path folder = Folders.temporary("calendar-bench-liberty-");
    Files.writeString(definition(folder, EMPTY).resolve("server.xml"), "<server/>\n");
    Path server = Distribution.find().home().resolve("wlp/bin/server");
    return startedBefore(new BareServer(folder, server.toString(), "run", EMPTY));
  }

  /** The API's, with its features and its Java's options: all but the application. */
  public static BareServer withoutApplication() throws IOException {
    Path folder = Folders.temporary("calendar-bench-liberty-");
    Distribution distribution = Distribution.find();
    Path servers = distribution.home().resolve("usr");
    Folders.create(folder.resolve("usr"));
    Files.createSymbolicLink(folder.resolve("usr/shared"), servers.resolve("shared"));
    Path definition = definition(folder, API);
    try (Stream<Path> files = Files.list(servers.resolve("servers").resolve(API))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String text = Files.readString(file);
        Files.writeString(definition.resolve(file.getFileName()), text.replaceAll(APPLICATION, ""));
      }
    }
    return startedBefore(new BareServer(folder, distribution.program(API).toString()));
  }

  private static Path definition(Path folder, String name) throws IOException {
    return Files.createDirectories(folder.resolve("usr/servers").resolve(name));
  }

  private static BareServer startedBefore(BareServer server) {
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
        throw BenchException.failed(
            "a bare server did not start: " + String.join("\n", process.lastLines()));
      }
      return (System.nanoTime() - begin) / 1e9;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", interrupted);
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
