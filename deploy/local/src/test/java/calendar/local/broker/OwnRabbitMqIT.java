package calendar.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnRabbitMqIT extends OwnRabbitMqContract {
  OwnRabbitMqIT() {
    super(BrokerKind.RABBITMQ);
  }

  @Test
  void keepsMessagesForTheNextRun(@TempDir Path folder) throws Exception {
    try (OwnBroker first = kept(folder)) {
      new TestQueue(first.access()).declare();
      new TestQueue(first.access()).send("tea");
    }
    try (OwnBroker second = kept(folder)) {
      assertThat(new TestQueue(second.access()).receive()).contains("tea");
    }
  }

  @Test
  void refusesDataThatAnotherServerUses(@TempDir Path folder) {
    try (OwnBroker user = kept(folder)) {
      assertThat(user.describe()).startsWith("RabbitMQ ");
      assertThatThrownBy(() -> kept(folder))
          .isInstanceOf(LocalException.class)
          .hasMessageContaining("in use by a RabbitMQ server, process ");
    }
  }

  private static OwnBroker kept(Path folder) {
    return OwnBroker.kept(BrokerKind.RABBITMQ, folder, Ports.free(), line -> {});
  }
}
