package calendar.launcher;

import calendar.config.AnonymousCallers;
import calendar.config.ConfigException;
import calendar.config.Key;
import calendar.config.Settings;
import calendar.config.TokenRules;
import calendar.launcher.text.LibertyText;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each key of a server will be set to when it runs, and what set it. The highest wins: {@code
 * <variable value>} in the server's XML, a system property, the environment, the configuration
 * file, the default. Immutable.
 */
final class EffectiveSettings {
  /**
   * A value, and where it came from in words.
   *
   * @param variable the value in the form that the server's variable must have
   * @param literal whether the value means itself, to Liberty too
   */
  private record Origin(String value, String source, String variable, boolean literal) {}

  private final Map<Key, Origin> origins = new EnumMap<>(Key.class);

  private final List<String> notices;

  private EffectiveSettings(List<String> notices) {
    this.notices = notices;
  }

  /**
   * Resolves the server's keys.
   *
   * @throws ConfigException if any source cannot be used
   */
  static EffectiveSettings resolve(Server server, Optional<Path> config, LaunchEnvironment launch) {
    Settings settings = Settings.load(server.program(), config, launch.environment());
    Map<String, String> properties = launch.keyProperties();
    Map<String, ServerXml.Variable> variables = ServerXml.variables(server, launch);
    EffectiveSettings effective = new EffectiveSettings(settings.notices());
    for (Key key : server.keys()) {
      ServerXml.Variable variable = variables.get(key.variable());
      String property = properties.get(key.variable());
      effective.origins.put(
          key,
          variable != null
              ? checked(key, variable.value(), variable.file().toString())
              : property != null
                  ? checked(key, property, "-D" + key.variable())
                  : literal(
                      key, settings.text(key), source(settings, key, config), launch.folder()));
    }
    effective.refuseMemory(server);
    effective.refuseAnonymousCallers(server);
    effective.refuseTokens(server);
    return effective;
  }

  /** What the user should know although nothing is wrong: a line each. */
  List<String> notices() {
    return notices;
  }

  String text(Key key) {
    return origins.get(key).value();
  }

  /** The absolute path of a key that names a file; an empty text if none is named. */
  String file(Key key) {
    return origins.get(key).variable();
  }

  int number(Key key) {
    return Integer.parseInt(text(key));
  }

  /**
   * The value in the form that the server's variable must have to mean exactly this value. A value
   * of the server's XML or of a system property stays as it is, for Liberty to read by its own
   * rules.
   */
  String variable(Key key) {
    return origins.get(key).variable();
  }

  /** Whether the text is what the driver gets. Otherwise Liberty makes another text of it. */
  boolean isLiteral(Key key) {
    return origins.get(key).literal();
  }

  /** What set it: a file, an option, an environment variable, or "default". */
  String source(Key key) {
    return origins.get(key).source();
  }

  /** Only the API can do without a database: the others work on what it has stored. */
  private void refuseMemory(Server server) {
    if (server != Server.API && text(Key.STORAGE).equals("memory")) {
      throw new ConfigException(
          "%s: %s: expected postgres for this program, found \"memory\""
              .formatted(source(Key.STORAGE), Key.STORAGE.path()));
    }
  }

  private void refuseAnonymousCallers(Server server) {
    if (server != Server.API) {
      return;
    }
    boolean allowed = Boolean.parseBoolean(text(Key.AUTH_ALLOW_ANONYMOUS));
    for (Server.Listener listener : server.listeners()) {
      Key ip = listener.ip();
      AnonymousCallers.refusal(ip, text(ip), text(Key.AUTH_MODE), allowed)
          .ifPresent(
              refusal -> {
                throw new ConfigException("%s: %s".formatted(source(ip), refusal));
              });
    }
  }

  private void refuseTokens(Server server) {
    if (server != Server.API) {
      return;
    }
    TokenRules.problem(this::text)
        .ifPresent(
            problem -> {
              // What is missing comes from nowhere.
              String source = text(problem.key()).isEmpty() ? "" : source(problem.key()) + ": ";
              throw new ConfigException(source + problem.line());
            });
  }

  private static Origin checked(Key key, String value, String source) {
    return new Origin(key.check(value, source), source, value, LibertyText.isLiteral(key, value));
  }

  /**
   * @param folder where relative paths of files begin
   */
  private static Origin literal(Key key, String value, String source, Path folder) {
    String whole = key.file() && !value.isEmpty() ? folder.resolve(value).toString() : value;
    return new Origin(value, source, LibertyText.literal(key, whole, source), true);
  }

  private static String source(Settings settings, Key key, Optional<Path> config) {
    return switch (settings.origin(key)) {
      case ENVIRONMENT -> key.environmentVariable();
      case SECRET_FILE -> key.secretFileVariable();
      case FILE -> config.orElseThrow().toString();
      case DEFAULT -> "default";
    };
  }
}
