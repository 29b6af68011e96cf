package calendar.local.broker;

class OwnQpidIT extends OwnBrokerContract {
  OwnQpidIT() {
    super(BrokerKind.QPID);
  }
}
