package calendar.launcher;

import calendar.config.ConfigException;
import calendar.config.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code log_file} and {@code log_level} as Liberty wants them.
 *
 * <p>Liberty keeps two files, one of messages down to INFO, one of all that is traced. The log file
 * is the first, and the second at level debug; the first then gets a name beside it.
 *
 * @param file absolute
 * @param level error, warn, info or debug
 */
record LogSettings(Path file, String level) {
  /** Loggers that tell of each module and servlet of the server's own at every start. */
  private static final String QUIET =
      ":com.ibm.ws.webcontainer*=warning:com.ibm.ws.session*=warning:com.ibm.ws.util=warning";

  static LogSettings of(EffectiveSettings settings, Path startFolder) {
    return new LogSettings(
        startFolder.resolve(settings.text(Key.LOG_FILE)).normalize(), settings.text(Key.LOG_LEVEL));
  }

  String folder() {
    return file.getParent().toString();
  }

  String messagesFile() {
    return debug() ? file.getFileName() + ".messages" : file.getFileName().toString();
  }

  String traceFile() {
    return debug() ? file.getFileName().toString() : file.getFileName() + ".trace";
  }

  /**
   * What is logged. The server's own lines about its start and stop stay at every level. Only our
   * own packages are traced: tracing everything pins a core.
   */
  String traceSpecification() {
    return switch (level) {
      case "error" -> "*=error";
      case "warn" -> "*=warning";
      case "info" -> "*=info" + QUIET;
      default -> "*=info:calendar.*=fine" + QUIET;
    };
  }

  /** What the console shows of it, in Liberty's words. */
  String consoleLevel() {
    return switch (level) {
      case "error" -> "ERROR";
      case "warn" -> "WARNING";
      default -> "INFO";
    };
  }

  /** The derived variables, by name: an override in {@code server.xml} names these. */
  Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("calendar.log.folder", folder());
    variables.put("calendar.log.messages_file", messagesFile());
    variables.put("calendar.log.trace_file", traceFile());
    variables.put("calendar.log.trace_specification", traceSpecification());
    variables.put("calendar.log.console_level", consoleLevel());
    return variables;
  }

  /**
   * Makes sure that the file can be written.
   *
   * @throws ConfigException if it cannot
   */
  void prepare() {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException refused) {
      throw refused("expected a folder that can be made, found %s".formatted(folder()));
    }
    if (Files.isDirectory(file)) {
      throw refused("expected a file, found the folder %s".formatted(file));
    }
    Path written = Files.exists(file) ? file : file.getParent();
    if (!Files.isWritable(written)) {
      throw refused("expected a place that can be written, found %s".formatted(written));
    }
  }

  private boolean debug() {
    return level.equals("debug");
  }

  private static ConfigException refused(String why) {
    return new ConfigException("%s: %s".formatted(Key.LOG_FILE.path(), why));
  }
}
