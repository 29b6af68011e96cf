package calendar.local.stack;

import calendar.config.Key;
import calendar.config.Settings;
import calendar.local.process.Attempt;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@code make dev}: the API in Liberty's dev mode, on the database and the broker of a stack. Maven
 * compiles each changed class, and the server loads it.
 */
record DevMode(LocalStack stack) {
  /** The server includes the file that {@code CALENDAR_CONFIG_XML} names, see its definition. */
  private static final Path XML = Path.of("deploy/local/dev.xml");

  /** Runs until Maven ends, and returns its exit status. */
  int run() {
    stack.startBackingServices();
    // The phase lets Maven find the test classes that modules use of each other.
    ProcessBuilder maven =
        new ProcessBuilder(
                "mvn -B -ntp test-compile liberty:dev -pl calendar-api-war -am".split(" "))
            .inheritIO();
    Map<String, String> environment = maven.environment();
    environment.put("CALENDAR_CONFIG_XML", XML.toAbsolutePath().toString());
    Settings settings = stack.settings();
    for (Key key : Key.values()) {
      environment.put(key.environmentVariable(), settings.text(key));
    }
    Process process = Attempt.to("run Maven", () -> maven.start());
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop Maven"));
    return Attempt.to("wait for Maven", () -> process.waitFor());
  }
}
