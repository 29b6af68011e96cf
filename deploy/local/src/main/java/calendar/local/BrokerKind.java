package calendar.local;

import java.nio.file.Path;
import java.util.function.Consumer;

/** The brokers that can be run here, the best first. */
public enum BrokerKind {
  /** A RabbitMQ that is installed on the machine, as a private instance. */
  RABBITMQ("RabbitMQ"),

  /**
   * The embedded Apache Qpid Broker-J. It keeps messages in memory only and knows neither quorum
   * queues nor dead-letter exchanges, which it ignores where they are asked for.
   */
  QPID("Qpid Broker-J");

  private final String label;

  BrokerKind(String label) {
    this.label = label;
  }

  /** Its name, for people. */
  String label() {
    return label;
  }

  /** The best one that this machine has. */
  public static BrokerKind best() {
    return RABBITMQ.isAvailable() ? RABBITMQ : QPID;
  }

  /** Whether this machine has it. */
  public boolean isAvailable() {
    return this == QPID || RabbitMqInstallation.find().isPresent();
  }

  /**
   * A server that does not run yet.
   *
   * @param folder for its files
   * @throws LocalException if this machine has none of this kind
   */
  BrokerServer server(Path folder, int port, Consumer<String> output) {
    if (this == QPID) {
      return new QpidServer(folder.resolve("qpid"), port, output);
    }
    RabbitMqInstallation installation =
        RabbitMqInstallation.find()
            .orElseThrow(() -> new LocalException("No RabbitMQ is installed on this machine"));
    return new RabbitMqServer(installation, folder, port, output);
  }
}
