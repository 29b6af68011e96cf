package calendar.reminder.amqp;

import calendar.local.broker.BrokerKind;

class ContainerRabbitMqIT extends AmqpContract {
  ContainerRabbitMqIT() {
    super(BrokerKind.CONTAINER);
  }
}
