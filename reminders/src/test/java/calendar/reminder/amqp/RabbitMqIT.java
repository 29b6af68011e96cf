package calendar.reminder.amqp;

import calendar.local.broker.BrokerKind;

class RabbitMqIT extends AmqpContract {
  RabbitMqIT() {
    super(BrokerKind.RABBITMQ);
  }
}
