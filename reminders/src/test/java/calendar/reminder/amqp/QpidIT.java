package calendar.reminder.amqp;

import calendar.local.broker.BrokerKind;

class QpidIT extends AmqpContract {
  QpidIT() {
    super(BrokerKind.QPID);
  }
}
