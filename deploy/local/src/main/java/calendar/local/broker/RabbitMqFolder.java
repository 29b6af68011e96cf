package calendar.local.broker;

import calendar.local.process.LocalException;
import calendar.local.process.PidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The folder of a private RabbitMQ: its configuration and its data. One server at a time uses it.
 */
final class RabbitMqFolder {
  private final Path path;

  RabbitMqFolder(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Writes the configuration. Data that are there stay. */
  void prepare(int port) {
    try {
      Files.createDirectories(path);
      Files.writeString(
          path.resolve("rabbitmq.conf"),
          """
          listeners.tcp.1 = 127.0.0.1:%d
          log.console = true
          log.console.level = warning
          """
              .formatted(port));
      Files.writeString(path.resolve("enabled_plugins"), "[].\n");
    } catch (IOException failure) {
      throw new LocalException("%s cannot be made: %s".formatted(path, failure), failure);
    }
  }

  /**
   * Makes sure that no server uses it: RabbitMQ itself would not notice.
   *
   * @throws LocalException if one does
   */
  void requireUnused() {
    PidFile.read(processFile(), command -> command.contains("beam"))
        .ifPresent(
            server -> {
              throw new LocalException(
                  "%s is in use by a RabbitMQ server, process %d: stop that, or the run it belongs to"
                      .formatted(path, server.pid()));
            });
  }

  /** The variables that make a server use this folder and nothing of the system's. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", path.toString());
    environment.put("LANG", "C.UTF-8");
    environment.put("RABBITMQ_NODENAME", "calendar@localhost");
    environment.put("RABBITMQ_CONF_ENV_FILE", path.resolve("none").toString());
    environment.put("RABBITMQ_CONFIG_FILE", path.resolve("rabbitmq").toString());
    environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", path.resolve("enabled_plugins").toString());
    environment.put("RABBITMQ_MNESIA_BASE", path.resolve("data").toString());
    environment.put("RABBITMQ_LOG_BASE", path.resolve("log").toString());
    environment.put("RABBITMQ_LOGS", "-");
    environment.put("RABBITMQ_PID_FILE", processFile().toString());
    return environment;
  }

  private Path processFile() {
    return path.resolve("pid");
  }
}
