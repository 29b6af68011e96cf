package calendar.local.broker;

import java.util.concurrent.CountDownLatch;

/** Starts a broker, tells its folder and waits to be killed. */
final class BrokerStarter {
  private BrokerStarter() {}

  public static void main(String[] arguments) throws InterruptedException {
    OwnBroker broker = OwnBroker.temporary(BrokerKind.valueOf(arguments[0]));
    System.out.println(broker.folder());
    new CountDownLatch(1).await();
  }
}
