package calendar.launcher;

import calendar.config.ConfigException;
import calendar.config.Key;
import calendar.launcher.text.Shell;
import calendar.launcher.text.VariablesXml;
import calendar.tls.DatabaseTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One running copy of a server. It has its own folder for all files that it writes, so that several
 * may run from one distribution: {@code WLP_OUTPUT_DIR}, or else one that is named after the
 * program and its HTTP port.
 */
final class Instance {
  /** Of Liberty: set to something, it starts without its agent. */
  private static final String SKIP_AGENT = "WLP_SKIP_BOOTSTRAP_AGENT";

  private final Server server;
  private final EffectiveSettings settings;
  private final LogSettings log;
  private final LaunchEnvironment launch;

  Instance(Server server, EffectiveSettings settings, LaunchEnvironment launch) {
    this.server = server;
    this.settings = settings;
    this.log = LogSettings.of(settings, launch.folder());
    this.launch = launch;
  }

  /**
   * Prepares the files that the server reads and the folders that it writes to.
   *
   * @return the variables to add to its environment, by name
   * @throws ConfigException if a folder or a file cannot be written
   */
  Map<String, String> prepare() {
    log.prepare();
    Path output = outputFolder();
    Path xml = output.resolve(name() + ".xml");
    try {
      createPrivate(output);
      Optional<HttpsKeyStore> https = HttpsKeyStore.write(settings, output);
      VariablesXml.write(xml, variables(https), includes(https));
    } catch (IOException refused) {
      throw new ConfigException(
          "%s cannot be written: %s. Set WLP_OUTPUT_DIR to a folder that can"
              .formatted(output, refused));
    }
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("WLP_USER_DIR", launch.userFolder().toString());
    environment.put("WLP_OUTPUT_DIR", output.toString());
    environment.put("CALENDAR_CONFIG_XML", xml.toString());
    String chosen = launch.javaOptions();
    String hotSpot = HotSpotOptions.ofThisJava(server, launch).text(chosen);
    environment.put("JVM_ARGS", "%s %s %s".formatted(hotSpot, logOptions(), chosen));
    if (!server.usesAgent() && !launch.environment().containsKey(SKIP_AGENT)) {
      environment.put(SKIP_AGENT, "true");
    }
    // Known before server.xml is read, for the very first lines.
    environment.put("LOG_DIR", log.folder());
    environment.put("WLP_LOGGING_CONSOLE_LOGLEVEL", log.consoleLevel());
    return environment;
  }

  private String name() {
    return server.program().programName();
  }

  private Path outputFolder() {
    return launch
        .outputFolder()
        .orElseGet(
            () ->
                launch
                    .home()
                    .resolve("work")
                    .resolve("%s-%d".formatted(name(), settings.number(Key.HTTP_PORT))));
  }

  /** Creates the folder for its owner only: Liberty keeps a copy of the passwords in it. */
  private static void createPrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.getParent());
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private List<String> includes(Optional<HttpsKeyStore> https) {
    return Stream.concat(
            https.map(store -> HttpsKeyStore.DEFINITION).stream(),
            launch.overrides().map(folder -> folder + "/").stream())
        .toList();
  }

  private Map<String, String> variables(Optional<HttpsKeyStore> https) {
    Map<String, String> variables = new LinkedHashMap<>();
    server.keys().forEach(key -> variables.put(key.variable(), settings.variable(key)));
    variables.put("postgresql.sslmode", DatabaseTls.sslMode(settings.text(Key.DATABASE_TLS)));
    variables.put("postgresql.application_version", Launcher.Version.current());
    https.ifPresent(store -> variables.putAll(store.variables()));
    variables.putAll(log.variables());
    return variables;
  }

  /** There are no environment variables for these, so they are said as options of Java. */
  private String logOptions() {
    return Map.of(
            "message.file.name", log.messagesFile(),
            "trace.file.name", log.traceFile(),
            "trace.specification", log.traceSpecification())
        .entrySet()
        .stream()
        .map(option -> "-Dcom.ibm.ws.logging.%s=%s".formatted(option.getKey(), option.getValue()))
        .map(Shell::quote)
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
