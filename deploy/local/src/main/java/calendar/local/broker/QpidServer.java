package calendar.local.broker;

import calendar.local.process.LocalException;
import calendar.local.process.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The embedded Apache Qpid Broker-J, in a process of its own. */
final class QpidServer implements BrokerServer {
  /** It lets clients in a little before it has opened what they want to use. */
  private static final String READY = "listens on port";

  private static final Path JAR = Path.of("deploy", "qpid", "target", "calendar-qpid.jar");

  private final Path folder;
  private final int port;
  private final BrokerProcess broker;

  QpidServer(Path folder, int port, Consumer<String> output) {
    this.folder = folder.toAbsolutePath();
    this.port = port;
    this.broker = new BrokerProcess("Qpid Broker-J", port, output, READY);
  }

  @Override
  public String describe() {
    return "the embedded Qpid Broker-J, which keeps messages in memory only";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new LocalException("%s cannot be made: %s".formatted(folder, failure), failure);
    }
    broker.start(command(), folder, Map.of());
  }

  @Override
  public void kill() {
    broker.kill();
  }

  @Override
  public void pause() {
    broker.signal("STOP");
  }

  @Override
  public void resume() {
    broker.signal("CONT");
  }

  @Override
  public void stop() {
    close();
  }

  @Override
  public void close() {
    broker.close();
  }

  private List<String> command() {
    Path jar =
        SourceTree.find(JAR)
            .orElseThrow(
                () -> new LocalException("The broker is not built yet: run \"make build\" first"));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-jar",
        jar.toString(),
        Integer.toString(port),
        folder.toString());
  }
}
