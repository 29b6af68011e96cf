package calendar.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import calendar.local.process.Eventually;
import calendar.local.process.Folders;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnBrokerIT {
  @ParameterizedTest
  @EnumSource
  void passesMessagesOn(BrokerKind kind) throws Exception {
    try (OwnBroker broker = temporary(kind)) {
      TestQueue queue = new TestQueue(broker.access());

      queue.declare();
      queue.send("tea");

      assertThat(queue.receive()).contains("tea");
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalRunAtOnce(BrokerKind kind) throws Exception {
    try (OwnBroker one = temporary(kind);
        OwnBroker other = temporary(kind)) {
      new TestQueue(one.access()).declare();
      new TestQueue(one.access()).send("tea");
      new TestQueue(other.access()).declare();

      assertThat(new TestQueue(other.access()).receive()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingBehind(BrokerKind kind) {
    OwnBroker broker = temporary(kind);
    Remains remains = new Remains(broker.folder());
    assertThat(remains.count()).isPositive();

    broker.close();

    Eventually.assertTrue("the broker has ended", () -> remains.count() == 0);
    assertThat(remains.folder()).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void answersOnItsPortAfterACrash(BrokerKind kind) throws Exception {
    try (OwnBroker broker = temporary(kind)) {
      TestQueue queue = new TestQueue(broker.access());

      broker.kill();
      assertThatThrownBy(queue::declare).isInstanceOf(IOException.class);
      broker.start();

      queue.declare();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONTAINER", "RABBITMQ"})
  void rabbitMqKeepsMessagesThroughACrash(BrokerKind kind) throws Exception {
    try (OwnBroker broker = temporary(kind)) {
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

  @Test
  void rabbitMqKeepsMessagesForTheNextRun(@TempDir Path folder) throws Exception {
    try (OwnBroker first = kept(folder)) {
      new TestQueue(first.access()).declare();
      new TestQueue(first.access()).send("tea");
    }
    try (OwnBroker second = kept(folder)) {
      assertThat(new TestQueue(second.access()).receive()).contains("tea");
    }
  }

  @Test
  void rabbitMqRefusesDataThatAnotherServerUses(@TempDir Path folder) {
    try (OwnBroker user = kept(folder)) {
      assertThat(user.describe()).startsWith("RabbitMQ ");
      assertThatThrownBy(() -> kept(folder))
          .isInstanceOf(LocalException.class)
          .hasMessageContaining("in use by a RabbitMQ server, process ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersNothingWhilePaused(BrokerKind kind) throws Exception {
    try (OwnBroker broker = temporary(kind)) {
      TestQueue queue = new TestQueue(broker.access());
      broker.pause();
      CompletableFuture<Connection> pending = queue.connectLater();
      assertThat(pending)
          .failsWithin(Duration.ofMillis(500))
          .withThrowableOfType(TimeoutException.class);

      broker.resume();

      pending.get(20, TimeUnit.SECONDS).close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotOutliveAStarterThatIsKilled(BrokerKind kind) throws Exception {
    assumeTrue(kind.isAvailable(), kind::whyNot);
    Process starter =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BrokerStarter.class.getName(),
                kind.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var output = starter.inputReader()) {
      Remains remains = new Remains(Path.of(output.readLine()));
      assertThat(remains.count()).isPositive();

      starter.destroyForcibly().waitFor();

      Eventually.assertTrue("the broker has ended", () -> remains.count() == 0);
      Folders.delete(remains.folder());
    } finally {
      starter.destroyForcibly();
    }
  }

  private static OwnBroker temporary(BrokerKind kind) {
    assumeTrue(kind.isAvailable(), kind::whyNot);
    return OwnBroker.temporary(kind);
  }

  private static OwnBroker kept(Path folder) {
    assumeTrue(BrokerKind.RABBITMQ.isAvailable(), BrokerKind.RABBITMQ::whyNot);
    return OwnBroker.kept(BrokerKind.RABBITMQ, folder, Ports.free(), line -> {});
  }
}
