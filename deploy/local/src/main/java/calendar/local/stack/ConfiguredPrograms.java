package calendar.local.stack;

import calendar.config.Program;
import calendar.config.Settings;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.LocalException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs programs of the distribution with one configuration file. */
record ConfiguredPrograms(Distribution distribution, Optional<Path> config) {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  /**
   * Brings the database's schema up to date.
   *
   * @param environment the {@code CALENDAR_} variables, and others that replace inherited ones
   */
  void migrate(Map<String, String> environment) {
    List<String> words = command(Program.MIGRATE);
    GuardedCommand command =
        new GuardedCommand(words, complete(environment), HERE, "TERM", STOP_LIMIT);
    try (GuardedProcess process = GuardedProcess.start(command, line -> {})) {
      if (process.waitFor() != 0) {
        throw new LocalException(String.join("\n", process.lastLines()));
      }
    }
  }

  /**
   * A server that does not run yet.
   *
   * @param lines receives each line that it writes
   */
  ServiceProcess server(Program program, Map<String, String> environment, Consumer<String> lines) {
    URI http = Addresses.http(Settings.load(program, config, environment));
    return new ServiceProcess(
        program.programName(), command(program), complete(environment), HERE, http, lines);
  }

  private List<String> command(Program program) {
    Path executable = distribution.program(program.programName());
    List<String> words = new ArrayList<>(List.of(executable.toString()));
    config.ifPresent(file -> words.add("--config=" + file));
    return words;
  }

  /** The inherited environment, except our own variables: the caller chooses those. */
  private static Map<String, String> complete(Map<String, String> chosen) {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.keySet().removeIf(variable -> variable.startsWith("CALENDAR_"));
    all.putAll(chosen);
    return all;
  }
}
