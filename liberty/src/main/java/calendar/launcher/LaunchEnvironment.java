package calendar.launcher;

import calendar.config.Key;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a server is started: in which distribution, from which folder, with which environment.
 *
 * <p>Liberty's own variables are honoured: {@code WLP_USER_DIR} (default: {@code usr} in the
 * distribution) holds the server definitions, {@code WLP_OUTPUT_DIR} what a server writes. {@code
 * CALENDAR_OVERRIDES} may name a folder of further XML for this one instance, that is read as
 * {@code configDropins/overrides} is.
 *
 * @param home the distribution
 * @param folder the one that relative paths start from
 */
record LaunchEnvironment(Path home, Path folder, Map<String, String> environment) {
  /** Set by the wrapper: the options of the server's Java that set our keys, one to a line. */
  static final String KEY_PROPERTIES = "CALENDAR_KEY_PROPERTIES";

  /** Holds the definitions of the servers and what they share. */
  Path userFolder() {
    return folder("WLP_USER_DIR").orElse(home.resolve("usr"));
  }

  /** Holds the definition of one server. */
  Path definition(Server server) {
    return userFolder().resolve("servers").resolve(server.program().programName());
  }

  Optional<Path> overrides() {
    return folder("CALENDAR_OVERRIDES");
  }

  Optional<Path> outputFolder() {
    return folder("WLP_OUTPUT_DIR");
  }

  /** The options for the server's Java, as they are. */
  String javaOptions() {
    return environment.getOrDefault("JVM_ARGS", "");
  }

  /** The system properties that set our keys in the server's Java, by name. */
  Map<String, String> keyProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    environment
        .getOrDefault(KEY_PROPERTIES, "")
        .lines()
        .filter(option -> option.startsWith("-D"))
        .map(option -> option.substring(2).split("=", 2))
        .forEach(option -> properties.put(option[0], option.length == 2 ? option[1] : ""));
    return properties;
  }

  /**
   * The names of the environment variables that set a key. The launcher has read them; the server
   * must not read them again, because Liberty would replace {@code ${name}} in their values.
   */
  List<String> keyVariables() {
    return Arrays.stream(Key.values())
        .flatMap(key -> Stream.of(key.environmentVariable(), key.secretFileVariable()))
        .filter(environment::containsKey)
        .toList();
  }

  private Optional<Path> folder(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isEmpty())
        .map(folder::resolve);
  }
}
