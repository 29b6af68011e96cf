package calendar.reminder.amqp;

import calendar.local.BrokerKind;

class RabbitMqIT extends AmqpContract {
  RabbitMqIT() {
    super(BrokerKind.RABBITMQ);
  }
}
