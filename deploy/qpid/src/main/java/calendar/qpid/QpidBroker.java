package calendar.qpid;

import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;

/**
 * Apache Qpid Broker-J on the loopback address, for user {@code guest} with password {@code guest}.
 * Its messages are in memory. Arguments: the port, and a folder for its files.
 *
 * <p>It ignores what it does not know about a queue ({@code x-queue-type} and the like), so that
 * clients may declare their queues as they do on RabbitMQ.
 */
public final class QpidBroker {
  private static final Logger LIBRARY_LOG = Logger.getLogger("org.apache.qpid");

  private QpidBroker() {}

  /** Runs until a signal ends it. */
  public static void main(String[] arguments) throws Exception {
    String port = arguments[0];
    String folder = arguments[1];
    LIBRARY_LOG.setLevel(Level.WARNING);
    SystemLauncher launcher = new SystemLauncher();
    Runtime.getRuntime().addShutdownHook(new Thread(launcher::shutdown, "stop"));
    launcher.startup(attributes(port, folder));
    System.out.println("listens on port " + port);
  }

  private static Map<String, Object> attributes(String port, String folder) {
    URL configuration = QpidBroker.class.getResource("broker.json");
    Map<String, Object> attributes = new HashMap<>();
    attributes.put(SystemConfig.TYPE, "Memory");
    attributes.put(SystemConfig.INITIAL_CONFIGURATION_LOCATION, configuration.toExternalForm());
    attributes.put(SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT, false);
    attributes.put(
        SystemConfig.CONTEXT,
        Map.of(
            "calendar.port",
            port,
            "qpid.work_dir",
            folder,
            "queue.behaviourOnUnknownDeclareArgument",
            "IGNORE",
            "exchange.behaviourOnUnknownDeclareArgument",
            "IGNORE"));
    return attributes;
  }
}
