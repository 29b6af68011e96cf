package calendar.launcher;

import calendar.config.ConfigException;
import calendar.config.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code log_file} and {@code log_level} as Liberty wants them.
 *
 * @param file absolute
 */
record LogSettings(Path file, String level) {
  static final String FOLDER = "calendar.log.folder";
  static final String NAME = "calendar.log.name";
  static final String TRACE = "calendar.log.trace";
  static final String CONSOLE = "calendar.log.console";

  static LogSettings of(EffectiveSettings settings, Path startFolder) {
    return new LogSettings(
        startFolder.resolve(settings.text(Key.LOG_FILE)).normalize(), settings.text(Key.LOG_LEVEL));
  }

  String folder() {
    return file.getParent().toString();
  }

  String name() {
    return file.getFileName().toString();
  }

  /** Liberty's trace specification. Only our own packages are traced: all of them pin a core. */
  String trace() {
    return switch (level) {
      case "error" -> "*=error";
      case "warn" -> "*=warning";
      case "info" -> "*=info";
      default -> "*=info:calendar.*=fine";
    };
  }

  /** What the console shows, in Liberty's words. */
  String console() {
    return switch (level) {
      case "error" -> "ERROR";
      case "warn" -> "WARNING";
      default -> "INFO";
    };
  }

  /** The derived variables, by name. */
  Map<String, String> variables() {
    return new TreeMap<>(
        Map.of(FOLDER, folder(), NAME, name(), TRACE, trace(), CONSOLE, console()));
  }

  /** Makes sure that the file can be written. */
  void prepare() {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException refused) {
      throw new ConfigException(
          "log_file: the folder %s cannot be made: %s".formatted(folder(), refused));
    }
    if (Files.isDirectory(file)) {
      throw new ConfigException("log_file: expected a file, found the folder %s".formatted(file));
    }
    Path written = Files.exists(file) ? file : file.getParent();
    if (!Files.isWritable(written)) {
      throw new ConfigException("log_file: %s cannot be written".formatted(written));
    }
  }
}
