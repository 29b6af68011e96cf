package calendar.local.broker;

import calendar.local.container.ContainerImage;
import calendar.local.process.LocalException;
import calendar.local.process.WorkFolder;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The brokers that can be run here, the best first. */
public enum BrokerKind {
  /** RabbitMQ in a container, if Docker has its image. Only for tests. */
  CONTAINER("RabbitMQ in a container"),

  /** A RabbitMQ that is installed on the machine, as a private instance. */
  RABBITMQ("RabbitMQ"),

  /**
   * The embedded Apache Qpid Broker-J. It keeps messages in memory only and knows neither quorum
   * queues nor dead-letter exchanges, which it ignores where they are asked for.
   */
  QPID("Qpid Broker-J");

  private static final String CHOICE = "CALENDAR_TEST_BROKER";

  private final String label;

  BrokerKind(String label) {
    this.label = label;
  }

  /** Its name, for people. */
  public String label() {
    return label;
  }

  /** The best one for work that this machine has. It needs no Docker. */
  public static BrokerKind best() {
    return RABBITMQ.isAvailable() ? RABBITMQ : QPID;
  }

  /**
   * The one for tests: which the environment names ({@code CALENDAR_TEST_BROKER}: container,
   * rabbitmq or qpid), or else the best that this machine has.
   *
   * @throws LocalException if none of that name can be run here
   */
  public static BrokerKind bestForTests() {
    return Optional.ofNullable(System.getenv(CHOICE))
        .filter(name -> !name.isBlank())
        .map(BrokerKind::chosen)
        .orElseGet(() -> CONTAINER.isAvailable() ? CONTAINER : best());
  }

  /** Whether this machine has it. */
  public boolean isAvailable() {
    return switch (this) {
      case CONTAINER -> ContainerImage.RABBITMQ.isPresent();
      case RABBITMQ -> RabbitMqInstallation.find().isPresent();
      case QPID -> true;
    };
  }

  /** Why {@link #isAvailable} says no, for people. */
  public String whyNot() {
    return this == CONTAINER
        ? "Docker does not answer or has no image " + ContainerImage.RABBITMQ
        : "no " + label + " is installed on this machine";
  }

  /**
   * A broker that does not run yet.
   *
   * @param output receives each line that it writes, unless it runs in a container
   * @throws LocalException if this machine has none of this kind
   */
  OwnBroker broker(WorkFolder folder, int port, Consumer<String> output) {
    return switch (this) {
      case CONTAINER -> new RabbitMqContainer(folder, port);
      case RABBITMQ ->
          RabbitMqInstallation.find()
              .map(found -> new RabbitMqServer(found, folder, port, output))
              .orElseThrow(() -> new LocalException(whyNot()));
      case QPID -> new QpidServer(folder, port, output);
    };
  }

  private static BrokerKind chosen(String name) {
    BrokerKind kind;
    try {
      kind = valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new LocalException(
          "%s is container, rabbitmq or qpid, not \"%s\"".formatted(CHOICE, name), unknown);
    }
    if (!kind.isAvailable()) {
      throw new LocalException("%s=%s, but %s".formatted(CHOICE, name, kind.whyNot()));
    }
    return kind;
  }
}
