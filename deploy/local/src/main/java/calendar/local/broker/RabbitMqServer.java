package calendar.local.broker;

import calendar.local.process.Attempt;
import calendar.local.process.Await;
import calendar.local.process.Folders;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.PidFile;
import calendar.local.process.Ports;
import calendar.local.process.WorkFolder;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A private instance of an installed RabbitMQ: its own node, data, configuration, ports and port
 * mapper (epmd), all on the loopback address, beside any that the system runs.
 */
final class RabbitMqServer extends BrokerProcess {
  /** Listens only on the loopback address, and does not spin while it waits. */
  private static final String ERLANG =
      "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none";

  private static final Duration MAPPER_LIMIT = Duration.ofSeconds(20);

  private final RabbitMqInstallation installation;
  private final Path files;
  private final int mapperPort = Ports.free();
  private final int clusterPort = Ports.free();
  private GuardedProcess mapper;

  /**
   * A server that does not run yet.
   *
   * @param parent gets a folder for this series of RabbitMQ
   */
  RabbitMqServer(
      RabbitMqInstallation installation, WorkFolder parent, int port, Consumer<String> output) {
    super("RabbitMQ", parent, port, output);
    this.installation = installation;
    this.files = folder().resolve("rabbitmq-" + installation.series());
  }

  @Override
  public String describe() {
    return "RabbitMQ %s, a private instance".formatted(installation.version());
  }

  @Override
  protected GuardedCommand prepare() {
    // RabbitMQ itself would not notice.
    new PidFile(files.resolve("pid"), ".*beam.*").requireUnused(files, "RabbitMQ");
    Ports.requireFree(access().port(), "RabbitMQ");
    Folders.create(files);
    Attempt.to("write " + files, this::writeConfiguration);
    startMapper();
    List<String> words = List.of(installation.server().toString());
    return new GuardedCommand(words, environment(), files, "TERM", STOP_LIMIT);
  }

  @Override
  public void stop() {
    super.stop();
    if (mapper != null) {
      mapper.close();
    }
  }

  private void writeConfiguration() throws IOException {
    Files.writeString(
        files.resolve("rabbitmq.conf"),
        """
        listeners.tcp.1 = 127.0.0.1:%d
        log.console = true
        log.console.level = warning
        """
            .formatted(access().port()));
    Files.writeString(files.resolve("enabled_plugins"), "[].\n");
  }

  /**
   * The variables that make the server use its own files and ports, and nothing of the system's.
   */
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", files.toString());
    environment.put("LANG", "C.UTF-8");
    environment.put("RABBITMQ_NODENAME", "calendar@localhost");
    environment.put("RABBITMQ_CONF_ENV_FILE", files.resolve("none").toString());
    environment.put("RABBITMQ_CONFIG_FILE", files.resolve("rabbitmq").toString());
    environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", files.resolve("enabled_plugins").toString());
    environment.put("RABBITMQ_MNESIA_BASE", files.resolve("data").toString());
    environment.put("RABBITMQ_LOG_BASE", files.resolve("log").toString());
    environment.put("RABBITMQ_LOGS", "-");
    environment.put("RABBITMQ_PID_FILE", files.resolve("pid").toString());
    environment.put("ERL_EPMD_PORT", Integer.toString(mapperPort));
    environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
    environment.put("RABBITMQ_DIST_PORT", Integer.toString(clusterPort));
    environment.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", ERLANG);
    // The script then becomes the server instead of standing between it and our signals.
    environment.put("RUNNING_UNDER_SYSTEMD", "true");
    return environment;
  }

  /** Otherwise Erlang starts one itself, which outlives everything. */
  private void startMapper() {
    if (mapper != null && mapper.isAlive()) {
      return;
    }
    List<String> words =
        List.of("epmd", "-port", Integer.toString(mapperPort), "-address", "127.0.0.1");
    mapper =
        GuardedProcess.start(
            new GuardedCommand(words, Map.of(), files, "TERM", MAPPER_LIMIT), line -> {});
    Await.until("Erlang's port mapper answers", MAPPER_LIMIT, this::mapperAnswers);
  }

  private boolean mapperAnswers() {
    try (Socket socket = new Socket("127.0.0.1", mapperPort)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
