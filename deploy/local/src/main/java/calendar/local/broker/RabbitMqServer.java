package calendar.local.broker;

import calendar.local.process.Await;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
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
  private final RabbitMqFolder folder;
  private final int mapperPort = Ports.free();
  private final int clusterPort = Ports.free();
  private GuardedProcess mapper;

  /**
   * One that does not run yet.
   *
   * @param parent gets a folder for this series of RabbitMQ
   */
  RabbitMqServer(
      RabbitMqInstallation installation, Path parent, int port, Consumer<String> output) {
    super("RabbitMQ", parent, port, output, "");
    this.installation = installation;
    this.folder =
        new RabbitMqFolder(parent.toAbsolutePath().resolve("rabbitmq-" + installation.series()));
  }

  @Override
  public String describe() {
    return "RabbitMQ %s, a private instance".formatted(installation.version());
  }

  @Override
  public void start() {
    folder.requireUnused();
    folder.prepare(port());
    startMapper();
    run(List.of(installation.server().toString()), folder.path(), environment());
  }

  @Override
  void remove() {
    super.remove();
    if (mapper != null) {
      mapper.close();
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = folder.environment();
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
    Map<String, String> environment = Map.of("PATH", System.getenv("PATH"));
    mapper =
        GuardedProcess.start(
            new GuardedCommand(words, environment, folder.path(), "TERM", MAPPER_LIMIT),
            line -> {});
    Await.until("Erlang's port mapper answers", MAPPER_LIMIT, this::mapperAnswers);
  }

  private boolean mapperAnswers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), mapperPort));
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
