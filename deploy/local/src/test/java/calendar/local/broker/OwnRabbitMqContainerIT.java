package calendar.local.broker;

class OwnRabbitMqContainerIT extends OwnRabbitMqContract {
  OwnRabbitMqContainerIT() {
    super(BrokerKind.CONTAINER);
  }
}
