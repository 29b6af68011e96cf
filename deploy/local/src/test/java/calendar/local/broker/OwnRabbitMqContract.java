package calendar.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a RabbitMQ does besides, in a container or not. */
abstract class OwnRabbitMqContract extends OwnBrokerContract {
  OwnRabbitMqContract(BrokerKind kind) {
    super(kind);
  }

  @Test
  void keepsMessagesThroughACrash() throws Exception {
    try (OwnBroker broker = temporary()) {
      TestQueue queue = new TestQueue(broker.access());
      queue.declare();
      // It saves the names of quorum queues half a second late; killed before that, it never gets
      // the queue going again. An orderly stop saves them.
      broker.stop();
      broker.start();
      queue.send("tea");

      broker.kill();
      broker.start();

      assertThat(queue.receive()).contains("tea");
    }
  }
}
