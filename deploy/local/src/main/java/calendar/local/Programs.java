package calendar.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs programs of the distribution with one configuration.
 *
 * @param output is told what they write, each line with the program's name before it
 */
record Programs(Distribution distribution, Optional<Path> config, Consumer<String> output) {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  /**
   * Brings the database's schema up to date.
   *
   * @param environment the {@code CALENDAR_} variables, and others that replace inherited ones
   */
  void migrate(Map<String, String> environment) {
    String name = "calendar_migrate";
    GuardedCommand command =
        new GuardedCommand(command(name), complete(environment), HERE, "TERM", STOP_LIMIT);
    try (GuardedProcess process = GuardedProcess.start(command, line -> {})) {
      if (process.waitFor() != 0) {
        throw new LocalException(String.join("\n", process.lastLines()));
      }
    }
  }

  /**
   * Starts the API and returns once it is ready.
   *
   * @param http where its web server will answer
   */
  ServiceProcess api(Map<String, String> environment, URI http) {
    String name = "calendar_api";
    Service service = new Service(name, command(name), complete(environment), HERE, http);
    return ServiceProcess.start(service, line -> output.accept(name + " | " + line));
  }

  private List<String> command(String name) {
    List<String> words = new ArrayList<>(List.of(distribution.program(name).toString()));
    config.ifPresent(file -> words.add("--config=" + file));
    return words;
  }

  /** What is inherited, but for our own variables: those are the caller's to choose. */
  private static Map<String, String> complete(Map<String, String> chosen) {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.keySet().removeIf(variable -> variable.startsWith("CALENDAR_"));
    all.putAll(chosen);
    return all;
  }
}
