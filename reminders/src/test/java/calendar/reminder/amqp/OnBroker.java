package calendar.reminder.amqp;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import calendar.local.broker.BrokerKind;
import calendar.local.broker.OwnBroker;
import calendar.reminder.DueReminder;
import calendar.reminder.amqp.connection.Broker;
import calendar.reminder.amqp.connection.BrokerAddress;
import calendar.reminder.messaging.MessageHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Has a broker of its kind, a queue on it, and a consumer when a test starts one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnBroker {
  static final Duration LIMIT = Duration.ofSeconds(30);

  final BrokerKind kind;
  OwnBroker server;
  private Broker broker;
  QueueProbe probe;
  AmqpReminderQueue queue;
  AmqpConsumer consumer;
  private Thread running;

  OnBroker(BrokerKind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void startServer() {
    assumeTrue(kind.isAvailable(), kind::whyNot);
    server = OwnBroker.temporary(kind);
    broker =
        new Broker(
            new BrokerAddress("127.0.0.1", server.access().port(), "guest", "guest", "/", "test"),
            Executors.defaultThreadFactory());
    probe = new QueueProbe(broker);
  }

  @AfterAll
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() {
    queue = new AmqpReminderQueue(broker);
  }

  @AfterEach
  void cleanUp() throws Exception {
    stopConsumer();
    queue.close();
    probe.purge();
  }

  void consume(MessageHandler handler) {
    consumer = new AmqpConsumer(broker, 100, handler);
    running = new Thread(consumer, "consumer");
    running.start();
  }

  void stopConsumer() throws InterruptedException {
    if (running != null) {
      consumer.stop();
      running.join(LIMIT.toMillis());
      assertThat(running.isAlive()).isFalse();
      running = null;
    }
  }

  static List<DueReminder> reminders(int count) {
    Instant start = Instant.parse("2026-11-02T10:00:00Z");
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new DueReminder(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "me",
                    "Tea " + i,
                    start,
                    Duration.ofMinutes(15),
                    start.minus(Duration.ofMinutes(15))))
        .toList();
  }

  static Set<UUID> ids(List<DueReminder> reminders) {
    return reminders.stream().map(DueReminder::reminderId).collect(toSet());
  }
}
