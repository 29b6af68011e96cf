package calendar.local.broker;

import calendar.local.container.ContainerImage;
import calendar.local.container.ServerContainer;
import java.nio.file.Path;
import java.util.Map;

/** RabbitMQ in a container, for tests. */
final class RabbitMqContainer extends OwnBroker {
  private static final int AMQP = 5672;

  private final ServerContainer container;

  RabbitMqContainer(Path folder, int port) {
    super(folder, port);
    this.container = new ServerContainer(ContainerImage.RABBITMQ, folder, AMQP, port, Map.of());
  }

  @Override
  public String describe() {
    return "RabbitMQ %s, in a container of %s"
        .formatted(container.run("rabbitmqctl", "version"), ContainerImage.RABBITMQ);
  }

  @Override
  public void start() {
    container.start(() -> AmqpHandshake.succeeds("127.0.0.1", port()));
  }

  @Override
  public void stop() {
    container.stop();
  }

  @Override
  public void kill() {
    container.kill();
  }

  @Override
  public void pause() {
    container.pause();
  }

  @Override
  public void resume() {
    container.resume();
  }

  @Override
  void remove() {
    container.close();
  }
}
