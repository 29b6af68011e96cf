package calendar.local.stack;

import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import calendar.local.process.Resources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The programs of the distribution that run: one API or more, any number of schedulers and senders.
 * The configuration is the first API's. Every other server has its own ports and files, whatever
 * the configuration says.
 */
final class Servers {
  private static final String OUTPUT = "WLP_OUTPUT_DIR";
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Distribution distribution = Distribution.find();
  private final StackOptions options;
  private final BackingServices backingServices;
  private final Resources resources;
  private final Map<Program, List<ServiceProcess>> running =
      Map.of(
          Program.API, new CopyOnWriteArrayList<>(),
          Program.SCHEDULER, new CopyOnWriteArrayList<>(),
          Program.SENDER, new CopyOnWriteArrayList<>());

  Servers(StackOptions options, BackingServices backingServices, Resources resources) {
    this.options = options;
    this.backingServices = backingServices;
    this.resources = resources;
  }

  /** All that were started. */
  List<ServiceProcess> all() {
    return running.values().stream().flatMap(List::stream).toList();
  }

  /** Those of one program that were started, the first one first. */
  List<ServiceProcess> of(Program program) {
    return List.copyOf(running.get(program));
  }

  /** Brings the database's schema up to date. */
  void migrate() {
    GuardedCommand command = command(Program.MIGRATE, backingServices.environment());
    try (GuardedProcess process = GuardedProcess.start(command, line -> {})) {
      if (process.waitFor() != 0) {
        throw new LocalException(String.join("\n", process.lastLines()));
      }
    }
  }

  /**
   * Starts one more server. Does not wait until it is ready.
   *
   * @param reminders receives the line of each reminder that it prints
   */
  ServiceProcess begin(Program program, Consumer<String> reminders) {
    return begin(program, Map.of(), reminders);
  }

  /**
   * Starts one more server. Does not wait until it is ready.
   *
   * @param changes the environment variables in which it differs
   * @param reminders receives the line of each reminder that it prints
   */
  ServiceProcess begin(Program program, Map<String, String> changes, Consumer<String> reminders) {
    int before = running.get(program).size();
    String name = program.programName() + (before == 0 ? "" : "-" + (before + 1));
    options.progress().accept("Starting " + program.programName());
    Map<String, String> own =
        program == Program.API && before == 0
            ? new HashMap<>(backingServices.environment())
            : own(program, name);
    own.putAll(changes);
    ServiceProcess server =
        new ServiceProcess(
            program.programName(),
            command(program, own),
            HealthProbe.of(Settings.load(program, options.config(), own)),
            new SenderLines(reminders, options.output(name)));
    resources.add(server::close);
    server.begin();
    running.get(program).add(server);
    return server;
  }

  private Map<String, String> own(Program program, String name) {
    Map<String, String> own = new HashMap<>(backingServices.environment());
    int usualPort = Settings.load(program, Optional.empty(), Map.of()).number(Key.HTTP_PORT);
    own.put(Key.HTTP_PORT.environmentVariable(), Integer.toString(options.port(usualPort)));
    if (program == Program.API) {
      own.put(Key.GRPC_PORT.environmentVariable(), Integer.toString(Ports.free()));
    }
    Path logOfApi = Path.of(backingServices.settings().text(Key.LOG_FILE));
    own.put(Key.LOG_FILE.environmentVariable(), logOfApi.resolveSibling(name + ".log").toString());
    own.computeIfPresent(OUTPUT, (variable, folder) -> Path.of(folder, name).toString());
    return own;
  }

  /** It inherits the environment, except our own variables: the caller chooses those. */
  private GuardedCommand command(Program program, Map<String, String> chosen) {
    List<String> words = new ArrayList<>();
    words.add(distribution.program(program.programName()).toString());
    options.config().ifPresent(file -> words.add("--config=" + file));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(variable -> variable.startsWith("CALENDAR_"));
    environment.putAll(chosen);
    return new GuardedCommand(words, environment, HERE, "TERM", STOP_LIMIT);
  }
}
