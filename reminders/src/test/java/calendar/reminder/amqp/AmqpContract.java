package calendar.reminder.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import calendar.error.StorageUnavailableException;
import calendar.local.broker.BrokerKind;
import calendar.local.broker.OwnBroker;
import calendar.reminder.DueReminder;
import calendar.reminder.messaging.MessageHandler;
import calendar.reminder.messaging.Publishing;
import calendar.reminder.messaging.QueueUnavailableException;
import calendar.reminder.messaging.QueuedMessage;
import calendar.reminder.messaging.ReminderMessage;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The behaviour that every supported broker must have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AmqpContract {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Less than the timeout for a silent broker. */
  private static final Duration AT_ONCE = Duration.ofSeconds(8);

  /** The delivery modes of AMQP 0-9-1. */
  private static final int TRANSIENT = 1;

  private static final int PERSISTENT = 2;

  private static final byte[] POISON = "no reminder".getBytes(UTF_8);
  private static final Logger CONSUMER_LOG = Logger.getLogger(AmqpConsumer.class.getName());

  private final BrokerKind kind;
  private OwnBroker server;
  private Broker broker;
  private QueueProbe probe;
  private AmqpReminderQueue queue;
  private AmqpConsumer consumer;
  private Thread running;

  AmqpContract(BrokerKind kind) {
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

  private void consume(MessageHandler handler) {
    consumer = new AmqpConsumer(broker, 100, handler);
    running = new Thread(consumer, "consumer");
    running.start();
  }

  private void stopConsumer() throws InterruptedException {
    if (running != null) {
      consumer.stop();
      running.join(LIMIT.toMillis());
      assertThat(running.isAlive()).isFalse();
      running = null;
    }
  }

  private static List<DueReminder> reminders(int count) {
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

  private static Set<UUID> ids(List<DueReminder> reminders) {
    return reminders.stream().map(DueReminder::reminderId).collect(toSet());
  }

  @Test
  void deliversAndAcknowledgesPublishedReminders() throws Exception {
    List<DueReminder> reminders = reminders(1_200);
    Set<UUID> arrived = ConcurrentHashMap.newKeySet();
    consume(
        messages -> {
          messages.forEach(m -> arrived.add(ReminderMessage.parse(m.body()).reminderId()));
          return Map.of();
        });

    assertThat(queue.publish(reminders).awaitConfirmed()).isEqualTo(ids(reminders));

    await().atMost(LIMIT).until(() -> arrived.equals(ids(reminders)));
    stopConsumer();
    assertThat(probe.waiting(Topology.QUEUE)).isZero();
  }

  /** Otherwise a restart of the broker loses confirmed messages. */
  @Test
  void publishesPersistentMessages() throws Exception {
    assertThat(queue.publish(reminders(1)).awaitConfirmed()).hasSize(1);

    assertThat(probe.take(Topology.QUEUE).getProps().getDeliveryMode()).isEqualTo(PERSISTENT);
  }

  @Test
  void publishesPersistentDeadLetters() throws Exception {
    probe.send(new BasicProperties.Builder().deliveryMode(TRANSIENT).build(), POISON);
    consume(messages -> messages.stream().collect(toMap(message -> message, message -> "poison")));

    await().atMost(LIMIT).until(() -> probe.waiting(Topology.DEAD_LETTERS) == 1);
    stopConsumer();

    assertThat(probe.take(Topology.DEAD_LETTERS).getProps().getDeliveryMode())
        .isEqualTo(PERSISTENT);
  }

  @Test
  void publishesSeveralBatchesAtOnce() {
    List<DueReminder> first = reminders(700);
    List<DueReminder> second = reminders(700);

    Publishing one = queue.publish(first);
    Publishing other = queue.publish(second);

    assertThat(other.awaitConfirmed()).isEqualTo(ids(second));
    assertThat(one.awaitConfirmed()).isEqualTo(ids(first));
    assertThat(queue.publish(first).awaitConfirmed()).as("on a used channel").isEqualTo(ids(first));
  }

  @Test
  void rejectedBatchLeavesOtherBatchItsAnswers() throws Exception {
    assumeTrue(kind != BrokerKind.QPID, "Qpid's queue is never full");
    queue.ping();
    for (int round = 0; round < 20; round++) {
      List<DueReminder> fitting = reminders(400);
      List<DueReminder> further = reminders(50);
      try (QueueProbe.FullQueue full = probe.leaveRoomFor(fitting.size())) {
        Publishing one = queue.publish(fitting);
        Publishing other = queue.publish(further);

        int confirmed = other.awaitConfirmed().size() + one.awaitConfirmed().size();

        assertThat(confirmed).as("round %d", round).isEqualTo(fitting.size());
        assertThat(full.size()).isEqualTo(fitting.size());
      }
      queue.ping();
    }
  }

  @Test
  void connectionLossEndsWaitForAnswers() {
    List<DueReminder> reminders = reminders(500);
    Publishing publishing = queue.publish(reminders);

    queue.close();

    assertTimeout(
        AT_ONCE, () -> assertThat(ids(reminders)).containsAll(publishing.awaitConfirmed()));
  }

  @Test
  void declaresDeletedQueueAgain() throws Exception {
    List<DueReminder> reminders = reminders(30);
    queue.ping();
    probe.remove();

    assertThat(queue.publish(reminders).awaitConfirmed()).isEmpty();
    assertThat(queue.publish(reminders).awaitConfirmed()).isEqualTo(ids(reminders));
  }

  @Test
  void deadLettersKeepBodyAndGetReason() throws Exception {
    byte[] poison = new byte[5 * 1024 * 1024];
    probe.send(poison);
    probe.send("{}".getBytes(UTF_8));
    queue.publish(reminders(1)).awaitConfirmed();
    consume(
        messages -> {
          Map<QueuedMessage, String> dead = new HashMap<>();
          messages.stream()
              .filter(m -> m.body().length < 3 || m.body().length > 1000)
              .forEach(m -> dead.put(m, "poison of " + m.body().length));
          return dead;
        });

    await().atMost(LIMIT).until(() -> probe.waiting(Topology.DEAD_LETTERS) == 2);
    stopConsumer();

    assertThat(probe.waiting(Topology.QUEUE)).isZero();
    Map<String, Integer> letters = new HashMap<>();
    for (int i = 0; i < 2; i++) {
      GetResponse letter = probe.take(Topology.DEAD_LETTERS);
      letters.put(reason(letter), letter.getBody().length);
    }
    assertThat(letters)
        .containsOnly(Map.entry("poison of 2", 2), Map.entry("poison of 5242880", 5242880));
  }

  private static String reason(GetResponse letter) {
    return letter.getProps().getHeaders().get(DeadLetters.REASON).toString();
  }

  @Test
  void removesHeadersThatLeaveNoRoom() throws Exception {
    probe.send(fillingAFrameOf(probe.largestFrame()), POISON);
    consume(messages -> messages.stream().collect(toMap(message -> message, message -> "poison")));

    await().atMost(LIMIT).until(() -> probe.waiting(Topology.DEAD_LETTERS) == 1);
    stopConsumer();

    GetResponse letter = probe.take(Topology.DEAD_LETTERS);
    assertThat(letter.getBody()).isEqualTo(POISON);
    assertThat(letter.getProps().getHeaders()).doesNotContainKey("trace");
    assertThat(reason(letter))
        .isEqualTo("poison (the message's own headers were too long and were removed)");
  }

  /** Properties with a header that fills a frame to the last byte. */
  private static BasicProperties fillingAFrameOf(int bytes) throws IOException {
    int others = withTrace("").toFrame(1, 0).size();
    return withTrace("x".repeat(bytes - others));
  }

  private static BasicProperties withTrace(String trace) {
    return Publication.persistent().headers(Map.of("trace", trace)).build();
  }

  @Test
  void handsMessagesInAgainAfterHandlerFails() throws Exception {
    AtomicBoolean unavailable = new AtomicBoolean(true);
    ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();
    consume(
        messages -> {
          sizes.add(messages.size());
          if (unavailable.get()) {
            throw new StorageUnavailableException("no storage");
          }
          return Map.of();
        });

    queue.publish(reminders(1)).awaitConfirmed();
    await().atMost(LIMIT).until(() -> sizes.size() >= 2);
    unavailable.set(false);

    await().atMost(LIMIT).until(() -> probe.waiting(Topology.QUEUE) == 0 && sizes.size() >= 3);
    stopConsumer();
    assertThat(probe.waiting(Topology.QUEUE)).isZero();
  }

  @Test
  void errorsDoNotEndTheConsumer() throws Exception {
    AtomicInteger times = new AtomicInteger();
    ConcurrentLinkedQueue<Level> logged = new ConcurrentLinkedQueue<>();
    Handler listener = listener(record -> logged.add(record.getLevel()));
    consume(
        messages -> {
          if (times.incrementAndGet() <= 3) {
            throw new StackOverflowError("too deep");
          }
          return Map.of();
        });
    CONSUMER_LOG.addHandler(listener);
    try {
      queue.publish(reminders(1)).awaitConfirmed();

      await().atMost(LIMIT).until(() -> times.get() == 4 && probe.waiting(Topology.QUEUE) == 0);
      stopConsumer();
    } finally {
      CONSUMER_LOG.removeHandler(listener);
    }
    assertThat(probe.waiting(Topology.QUEUE)).isZero();
    assertThat(logged).as("one bug and its end").containsExactly(Level.SEVERE, Level.INFO);
  }

  private static Handler listener(Consumer<LogRecord> listener) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        listener.accept(record);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void brokerDeliversUnfinishedMessagesAgain() throws Exception {
    ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();
    consume(
        messages -> {
          sizes.add(messages.size());
          throw new StorageUnavailableException("no storage");
        });
    queue.publish(reminders(3)).awaitConfirmed();
    await().atMost(LIMIT).until(() -> !sizes.isEmpty());

    stopConsumer();

    await().atMost(LIMIT).until(() -> probe.waiting(Topology.QUEUE) == 3);
  }

  @Test
  void reconnectsAfterBrokerRestart() throws Exception {
    ConcurrentLinkedQueue<UUID> arrived = new ConcurrentLinkedQueue<>();
    consume(
        messages -> {
          messages.forEach(m -> arrived.add(ReminderMessage.parse(m.body()).reminderId()));
          return Map.of();
        });
    queue.ping();
    await().atMost(LIMIT).until(consumer::attached);

    // A kill this early could make RabbitMQ forget a new quorum queue.
    server.stop();

    await().atMost(LIMIT).until(() -> !consumer.attached());
    assertThatThrownBy(() -> queue.publish(reminders(1)))
        .isInstanceOf(QueueUnavailableException.class)
        .hasMessageContaining("127.0.0.1:" + server.access().port());
    server.start();

    await().atMost(LIMIT).until(consumer::attached);
    List<DueReminder> reminders = reminders(1);
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(() -> queue.publish(reminders).awaitConfirmed().size() == 1);
    await().atMost(LIMIT).until(() -> arrived.containsAll(ids(reminders)));
  }
}
