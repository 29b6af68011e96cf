package calendar.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.local.process.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in an empty distribution. */
abstract class LauncherRun {
  @TempDir Path folder;

  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final Map<String, String> environment = new HashMap<>();
  Path definition;

  @BeforeEach
  void define() throws IOException {
    definition = Files.createDirectories(folder.resolve("home/usr/servers/calendar_api"));
    Files.writeString(definition.resolve("server.xml"), "<server/>");
    environment.put("CALENDAR_HTTP_IP", "127.0.0.1");
    environment.put("CALENDAR_GRPC_IP", "127.0.0.1");
  }

  final int launch(String... arguments) {
    return launch(Server.API, arguments);
  }

  final int launch(Server server, String... arguments) {
    return new Launcher(
            server,
            new LaunchEnvironment(folder.resolve("home"), folder, environment),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8))
        .run(arguments);
  }

  final void freePorts() throws IOException {
    environment.put("CALENDAR_HTTP_PORT", "" + Ports.free());
    environment.put("CALENDAR_GRPC_PORT", "" + Ports.free());
  }
}
