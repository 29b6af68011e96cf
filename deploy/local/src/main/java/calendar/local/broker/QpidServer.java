package calendar.local.broker;

import calendar.local.process.Folders;
import calendar.local.process.LocalException;
import calendar.local.process.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The embedded Apache Qpid Broker-J, in a separate process. */
final class QpidServer extends BrokerProcess {
  /** It accepts clients a little before its queues are open, so answering is not enough. */
  private static final String READY = "listens on port";

  private static final Path JAR = Path.of("deploy", "qpid", "target", "calendar-qpid.jar");

  private final Path work;

  QpidServer(Path parent, int port, Consumer<String> output) {
    super("Qpid Broker-J", parent, port, output, READY);
    this.work = parent.toAbsolutePath().resolve("qpid");
  }

  @Override
  public String describe() {
    return "the embedded Qpid Broker-J, which keeps messages in memory only";
  }

  @Override
  public void start() {
    Folders.create(work);
    run(command(), work, Map.of());
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
        Integer.toString(port()),
        work.toString());
  }
}
