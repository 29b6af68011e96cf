package calendar.local.stack;

import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import calendar.local.process.Ports;
import calendar.local.process.Resources;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The servers of the calendar that run: one API, any number of schedulers and senders. A scheduler
 * or sender has its own port and files, whatever the configuration says, which is the API's.
 */
final class Servers {
  private static final String OUTPUT = "WLP_OUTPUT_DIR";

  private final ConfiguredPrograms programs;
  private final Settings settings;
  private final StackOptions options;
  private final Resources resources;
  private final List<ServiceProcess> schedulers = new CopyOnWriteArrayList<>();
  private final List<ServiceProcess> senders = new CopyOnWriteArrayList<>();

  Servers(
      ConfiguredPrograms programs, Settings settings, StackOptions options, Resources resources) {
    this.programs = programs;
    this.settings = settings;
    this.options = options;
    this.resources = resources;
  }

  List<ServiceProcess> schedulers() {
    return List.copyOf(schedulers);
  }

  List<ServiceProcess> senders() {
    return List.copyOf(senders);
  }

  /** Starts the API. Does not wait until it is ready. */
  ServiceProcess beginApi(Map<String, String> environment) {
    return begin(Program.API, environment, output(Program.API.programName()));
  }

  /** Starts one more scheduler. Does not wait until it is ready. */
  ServiceProcess beginScheduler(Map<String, String> environment) {
    String name = name(Program.SCHEDULER, schedulers.size());
    ServiceProcess scheduler =
        begin(Program.SCHEDULER, own(Program.SCHEDULER, name, environment), output(name));
    schedulers.add(scheduler);
    return scheduler;
  }

  /**
   * Starts one more sender. Does not wait until it is ready.
   *
   * @param reminders receives the line of each reminder that it prints
   */
  ServiceProcess beginSender(Map<String, String> environment, Consumer<String> reminders) {
    String name = name(Program.SENDER, senders.size());
    Consumer<String> lines = new SenderLines(reminders, output(name));
    ServiceProcess sender = begin(Program.SENDER, own(Program.SENDER, name, environment), lines);
    senders.add(sender);
    return sender;
  }

  private ServiceProcess begin(
      Program program, Map<String, String> environment, Consumer<String> lines) {
    options.listeners().progress().accept("Starting " + program.programName());
    ServiceProcess server = programs.server(program, environment, lines);
    resources.add(server::close);
    server.begin();
    return server;
  }

  private Map<String, String> own(Program program, String name, Map<String, String> environment) {
    Map<String, String> own = new HashMap<>(environment);
    own.put(Key.HTTP_PORT.environmentVariable(), Integer.toString(httpPort(program)));
    Path log = Path.of(settings.text(Key.LOG_FILE)).resolveSibling(name + ".log");
    own.put(Key.LOG_FILE.environmentVariable(), log.toString());
    Optional.ofNullable(environment.get(OUTPUT))
        .ifPresent(folder -> own.put(OUTPUT, Path.of(folder).resolve(name).toString()));
    return own;
  }

  private int httpPort(Program program) {
    int usual = Settings.load(program, Optional.empty(), Map.of()).number(Key.HTTP_PORT);
    boolean usable = options.data().isPresent() && Ports.isFree(usual);
    return usable ? usual : Ports.free();
  }

  private Consumer<String> output(String name) {
    return line -> options.listeners().output().accept(name + " | " + line);
  }

  private static String name(Program program, int before) {
    return program.programName() + (before == 0 ? "" : "-" + (before + 1));
  }
}
