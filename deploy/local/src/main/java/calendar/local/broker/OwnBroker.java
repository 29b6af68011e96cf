package calendar.local.broker;

import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import calendar.local.process.Server;
import calendar.local.process.WorkFolder;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A broker on the loopback address that this process has started. Each kind of broker is a class.
 * Persistent messages last through stops and crashes, if the kind of broker keeps them.
 */
public interface OwnBroker extends Server {

  /**
   * Starts an empty broker for a test, on a free port. {@link #close} removes its data.
   *
   * @throws LocalException if this machine does not have this kind of broker
   */
  static OwnBroker temporary(BrokerKind kind) {
    WorkFolder folder = WorkFolder.temporary("calendar-broker-");
    return Server.started(kind.broker(folder, Ports.free(), line -> {}));
  }

  /**
   * Starts a broker that keeps its data for the next start, if its kind can keep data.
   *
   * @param parent gets a folder for this kind and version of broker
   * @param output receives each line that the broker writes
   * @throws LocalException if the port is taken or another server uses the data
   */
  static OwnBroker kept(BrokerKind kind, Path parent, int port, Consumer<String> output) {
    return Server.started(kind.broker(new WorkFolder(parent, false), port, output));
  }

  /** Returns the address and the login. */
  BrokerAccess access();

  /** Describes the broker for people, such as "RabbitMQ 3.10.8, a private instance". */
  String describe();
}
