package calendar.reminder.amqp;

import calendar.local.BrokerKind;

class ContainerRabbitMqIT extends AmqpContract {
  ContainerRabbitMqIT() {
    super(BrokerKind.CONTAINER);
  }
}
