package calendar.reminder.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import calendar.LogCapture;
import calendar.error.StorageUnavailableException;
import calendar.local.broker.BrokerKind;
import calendar.reminder.DueReminder;
import calendar.reminder.amqp.connection.Topology;
import calendar.reminder.messaging.QueueUnavailableException;
import calendar.reminder.messaging.QueuedMessage;
import calendar.reminder.messaging.ReminderMessage;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** How publishing, consuming and dead letters work on every supported broker. */
abstract class AmqpContract extends PublishingContract {
  /** The delivery mode of AMQP 0-9-1 that does not survive a restart. */
  private static final int TRANSIENT = 1;

  private static final byte[] POISON = "no reminder".getBytes(UTF_8);

  AmqpContract(BrokerKind kind) {
    super(kind);
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
    consume(
        messages -> {
          if (times.incrementAndGet() <= 3) {
            throw new StackOverflowError("too deep");
          }
          return Map.of();
        });
    List<LogRecord> logged;
    try (LogCapture log = LogCapture.of(AmqpConsumer.class)) {
      queue.publish(reminders(1)).awaitConfirmed();

      await().atMost(LIMIT).until(() -> times.get() == 4 && probe.waiting(Topology.QUEUE) == 0);
      stopConsumer();
      logged = log.entries();
    }
    assertThat(probe.waiting(Topology.QUEUE)).isZero();
    assertThat(logged)
        .extracting(LogRecord::getLevel)
        .as("one bug and its end")
        .containsExactly(Level.SEVERE, Level.INFO);
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
