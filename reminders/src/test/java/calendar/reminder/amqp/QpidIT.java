package calendar.reminder.amqp;

import calendar.local.BrokerKind;

class QpidIT extends AmqpContract {
  QpidIT() {
    super(BrokerKind.QPID);
  }
}
