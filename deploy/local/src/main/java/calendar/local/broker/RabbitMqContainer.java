package calendar.local.broker;

import calendar.local.container.ContainerImage;
import calendar.local.container.ServerContainer;
import calendar.local.process.WorkFolder;
import java.util.Map;

/** RabbitMQ in a container, for tests. */
final class RabbitMqContainer extends ServerContainer implements OwnBroker {
  private static final int AMQP = 5672;

  private final int port;

  RabbitMqContainer(WorkFolder folder, int port) {
    super(ContainerImage.RABBITMQ, folder, AMQP, port, Map.of());
    this.port = port;
  }

  @Override
  public BrokerAccess access() {
    return BrokerAccess.ofGuest(port);
  }

  @Override
  public String describe() {
    return "RabbitMQ %s, in a container of %s"
        .formatted(run("rabbitmqctl", "version"), ContainerImage.RABBITMQ);
  }

  @Override
  protected boolean isReady() {
    return access().answers();
  }
}
