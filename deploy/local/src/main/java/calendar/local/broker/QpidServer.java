package calendar.local.broker;

import calendar.local.process.Folders;
import calendar.local.process.GuardedCommand;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import calendar.local.process.SourceTree;
import calendar.local.process.WorkFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The embedded Apache Qpid Broker-J, in a separate process. */
final class QpidServer extends BrokerProcess {
  /** It accepts clients a little before its queues are open, so answering is not enough. */
  private static final String READY = "listens on port";

  private static final Path JAR = Path.of("deploy", "qpid", "target", "calendar-qpid.jar");

  QpidServer(WorkFolder folder, int port, Consumer<String> output) {
    super("Qpid Broker-J", folder, port, output);
  }

  @Override
  public String describe() {
    return "the embedded Qpid Broker-J, which keeps messages in memory only";
  }

  @Override
  protected GuardedCommand prepare() {
    int port = access().port();
    Ports.requireFree(port, "Qpid Broker-J");
    Path work = folder().resolve("qpid");
    Folders.create(work);
    Path jar =
        SourceTree.find(JAR)
            .orElseThrow(
                () -> new LocalException("The broker is not built yet: run \"make build\" first"));
    List<String> words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-jar",
            jar.toString(),
            Integer.toString(port),
            work.toString());
    return new GuardedCommand(words, Map.of(), work, "TERM", STOP_LIMIT);
  }

  @Override
  protected boolean isReady() {
    return lastLines().stream().anyMatch(line -> line.contains(READY)) && super.isReady();
  }
}
