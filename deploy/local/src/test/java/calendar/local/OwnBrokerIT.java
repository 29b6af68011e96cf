package calendar.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
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
    ProcessesIn processes = new ProcessesIn(broker.folder());
    assertThat(processes.count()).isPositive();

    broker.close();

    Eventually.assertTrue("the broker has ended", () -> processes.count() == 0);
    assertThat(processes.folder()).doesNotExist();
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

  @Test
  void rabbitMqKeepsMessagesThroughACrash() throws Exception {
    try (OwnBroker broker = temporary(BrokerKind.RABBITMQ)) {
      TestQueue queue = new TestQueue(broker.access());
      queue.declare();
      queue.send("tea");
      awaitNameOnDisk(broker);

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
    assumeThat(kind.isAvailable()).as("%s is on this machine", kind).isTrue();
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
      ProcessesIn processes = new ProcessesIn(Path.of(output.readLine()));
      assertThat(processes.count()).isPositive();

      starter.destroyForcibly().waitFor();

      Eventually.assertTrue("the broker has ended", () -> processes.count() == 0);
      Folders.delete(processes.folder());
    } finally {
      starter.destroyForcibly();
    }
  }

  /**
   * RabbitMQ saves the names of quorum queues half a second late; killed before that, it never gets
   * the queue going again.
   */
  private static void awaitNameOnDisk(OwnBroker broker) {
    Eventually.assertTrue(
        "the queue's name is on disk",
        () -> {
          try (Stream<Path> files = Files.walk(broker.folder())) {
            return files
                .filter(file -> file.endsWith(Path.of("quorum/calendar@localhost/names.dets")))
                .anyMatch(OwnBrokerIT::namesTheQueue);
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }

  private static boolean namesTheQueue(Path file) {
    try {
      return Files.readString(file, ISO_8859_1).contains(TestQueue.NAME);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static OwnBroker temporary(BrokerKind kind) {
    assumeThat(kind.isAvailable()).as("%s is on this machine", kind).isTrue();
    return OwnBroker.temporary(kind);
  }

  private static OwnBroker kept(Path folder) {
    assumeThat(BrokerKind.RABBITMQ.isAvailable()).as("RABBITMQ is on this machine").isTrue();
    return OwnBroker.kept(BrokerKind.RABBITMQ, folder, Ports.free(), line -> {});
  }
}
