package calendar.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The value of every key. The environment overrides the file, and the file overrides the default.
 * Immutable.
 */
public final class Settings {
  private static final Pattern LINE_END = Pattern.compile("\\r?\\n\\z");

  private final Map<Key, String> values = new EnumMap<>(Key.class);
  private final Map<Key, Origin> origins = new EnumMap<>(Key.class);
  private final List<String> notices;

  /** The origin of a value. */
  public enum Origin {
    ENVIRONMENT,
    /** A file with a secret, named by an environment variable. */
    SECRET_FILE,
    /** The configuration file. */
    FILE,
    DEFAULT
  }

  private Settings(List<String> notices) {
    this.notices = notices;
  }

  /**
   * Resolves every key.
   *
   * <p>Ignores variables that begin with {@code CALENDAR_} but match no key, because container
   * platforms set such variables. Also ignores an address in a variable for a port, and adds one of
   * the {@link #notices}.
   *
   * @param program the program, for its defaults
   * @param file the configuration file, if there is one
   * @throws ConfigException if the file or a variable is invalid
   */
  public static Settings load(
      Program program, Optional<Path> file, Map<String, String> environment) {
    Map<Key, String> fromFile = file.map(ConfigFile::read).orElse(Map.of());
    Settings settings = new Settings(ServiceLinks.notices(environment));
    for (Key key : Key.values()) {
      Optional<String> fromEnvironment = fromEnvironment(key, environment);
      if (fromEnvironment.isPresent()) {
        boolean itself = environment.containsKey(key.environmentVariable());
        settings.set(key, fromEnvironment.get(), itself ? Origin.ENVIRONMENT : Origin.SECRET_FILE);
      } else if (fromFile.containsKey(key)) {
        settings.set(key, fromFile.get(key), Origin.FILE);
      } else {
        settings.set(key, key.defaultValue(program), Origin.DEFAULT);
      }
    }
    return settings;
  }

  /** The value as text, in the form of the file. */
  public String text(Key key) {
    return values.get(key);
  }

  /** The value of a key that is a whole number. */
  public int number(Key key) {
    return Integer.parseInt(values.get(key));
  }

  /** The value of a key that is a duration. */
  public Duration duration(Key key) {
    return ValueType.parseDuration(values.get(key)).orElseThrow();
  }

  /** The origin of the value. */
  public Origin origin(Key key) {
    return origins.get(key);
  }

  /** Information to print for the user, one line each. Empty in most cases. */
  public List<String> notices() {
    return notices;
  }

  private void set(Key key, String value, Origin origin) {
    values.put(key, value);
    origins.put(key, origin);
  }

  private static Optional<String> fromEnvironment(Key key, Map<String, String> environment) {
    String variable = key.environmentVariable();
    String fileVariable = key.secretFileVariable();
    String file = environment.get(fileVariable);
    if (key.secret() && file != null && !file.isEmpty()) {
      if (environment.containsKey(variable)) {
        throw new ConfigException(
            "%s: set either this or %s, not both".formatted(variable, fileVariable));
      }
      return Optional.of(key.check(secret(Path.of(file), fileVariable), fileVariable));
    }
    if (ServiceLinks.has(key, environment)) {
      return Optional.empty();
    }
    return Optional.ofNullable(environment.get(variable)).map(value -> key.check(value, variable));
  }

  private static String secret(Path file, String variable) {
    try {
      return LINE_END.matcher(Files.readString(file)).replaceFirst("");
    } catch (IOException unreadable) {
      throw new ConfigException("%s: expected a readable file, found %s".formatted(variable, file));
    }
  }
}
