package calendar.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import calendar.local.process.Eventually;
import calendar.local.process.Folders;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What each kind of {@link OwnBroker} does. Each has a class, so that two can run side by side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OwnBrokerContract {
  private final BrokerKind kind;
  private OwnBroker shared;

  OwnBrokerContract(BrokerKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void requireBroker() {
    assumeTrue(kind.isAvailable(), kind::whyNot);
  }

  @AfterAll
  void stopShared() {
    if (shared != null) {
      shared.close();
    }
  }

  /** A broker for tests that leave it running, since a start takes seconds. */
  private OwnBroker shared() {
    if (shared == null) {
      shared = temporary();
    }
    return shared;
  }

  /** A broker for one test, which closes it. */
  final OwnBroker temporary() {
    return OwnBroker.temporary(kind);
  }

  @Test
  void passesMessagesOn() throws Exception {
    TestQueue queue = new TestQueue(shared().access());

    queue.declare();
    queue.send("tea");

    assertThat(queue.receive()).contains("tea");
  }

  @Test
  void severalRunAtOnce() throws Exception {
    TestQueue queue = new TestQueue(shared().access());
    try (OwnBroker other = temporary()) {
      queue.declare();
      queue.send("tea");
      new TestQueue(other.access()).declare();

      assertThat(new TestQueue(other.access()).receive()).isEmpty();
      assertThat(queue.receive()).contains("tea");
    }
  }

  @Test
  void leavesNothingBehind() {
    OwnBroker broker = temporary();
    Remains remains = new Remains(broker.folder());
    assertThat(remains.count()).isPositive();

    broker.close();

    Eventually.assertTrue("the broker has ended", () -> remains.count() == 0);
    assertThat(remains.folder()).doesNotExist();
  }

  @Test
  void answersOnItsPortAfterACrash() throws Exception {
    try (OwnBroker broker = temporary()) {
      TestQueue queue = new TestQueue(broker.access());

      broker.kill();
      assertThatThrownBy(queue::declare).isInstanceOf(IOException.class);
      broker.start();

      queue.declare();
    }
  }

  @Test
  void answersNothingWhilePaused() throws Exception {
    OwnBroker broker = shared();
    TestQueue queue = new TestQueue(broker.access());
    broker.pause();
    CompletableFuture<Connection> pending = queue.connectLater();
    try {
      assertThat(pending)
          .failsWithin(Duration.ofMillis(500))
          .withThrowableOfType(TimeoutException.class);
    } finally {
      broker.resume();
    }

    pending.get(20, TimeUnit.SECONDS).close();
  }

  @Test
  void doesNotOutliveAStarterThatIsKilled() throws Exception {
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
}
