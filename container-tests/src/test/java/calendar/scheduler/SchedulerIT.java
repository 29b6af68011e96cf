package calendar.scheduler;

import static calendar.reminder.ReminderState.CLAIMED;
import static calendar.reminder.ReminderState.MISSED;
import static calendar.reminder.ReminderState.PUBLISHED;
import static calendar.reminder.ReminderState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.container.BookedReminders;
import calendar.container.Deployments;
import calendar.error.StorageUnavailableException;
import calendar.reminder.DueReminder;
import calendar.reminder.Publishing;
import calendar.reminder.ReminderQueue;
import calendar.reminder.ReminderState;
import calendar.reminder.ReminderStorage;
import calendar.reminder.amqp.AmqpReminderQueue;
import calendar.reminder.amqp.Broker;
import calendar.reminder.amqp.BrokerAddress;
import calendar.reminder.amqp.QueueProbe;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Ticks by hand, on the database and the broker. It is always the same moment, years ahead: the
 * deployed scheduler's own clock finds nothing to do.
 */
@ExtendWith(ArquillianExtension.class)
class SchedulerIT {
  private static final Instant NOW = Instant.parse("2040-11-02T09:45:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration RETENTION = Duration.ofDays(365);
  private static final int BATCH = 10;

  @Inject private ReminderStorage storage;
  @Inject private Config config;
  @Inject private MetricRegistry metrics;

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  private BookedReminders booked;
  private QueueProbe probe;
  private AmqpReminderQueue queue;
  private Scheduler scheduler;

  @Deployment
  static WebArchive deployment() {
    return Deployments.scheduler();
  }

  @BeforeEach
  void start() throws Exception {
    booked = new BookedReminders(database);
    booked.removeAll();
    BrokerAddress address = BrokerAddress.configured(config, "test");
    probe = new QueueProbe(broker(address));
    probe.takeAll();
    queue = new AmqpReminderQueue(broker(address));
    scheduler = scheduler(queue);
  }

  @AfterEach
  void stop() {
    queue.close();
  }

  private static Broker broker(BrokerAddress address) {
    return new Broker(address, Executors.defaultThreadFactory());
  }

  private Scheduler scheduler(ReminderQueue queue) {
    return scheduler(storage, queue);
  }

  private Scheduler scheduler(ReminderStorage storage, ReminderQueue queue) {
    return new Scheduler(
        storage,
        queue,
        new SchedulerSettings(BATCH, Duration.ofSeconds(30), Duration.ofMinutes(5), RETENTION),
        Clock.fixed(NOW, ZoneOffset.UTC),
        new SchedulerMetrics(metrics));
  }

  private List<UUID> due(int count) throws SQLException {
    List<UUID> reminders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      DueReminder reminder = booked.book(NOW.plus(MINUTE), MINUTE);
      reminders.add(reminder.reminderId());
    }
    return reminders;
  }

  private int count(ReminderState state) throws SQLException {
    return Collections.frequency(booked.states().values(), state);
  }

  private long published() {
    return metrics.getCounter(new MetricID("calendar_reminders_published_total")).getCount();
  }

  @Test
  void aTickPublishesAllThatIsDueInBatches() throws Exception {
    List<UUID> reminders = due(3 * BATCH + 1);
    long before = published();

    scheduler.tick();

    assertThat(probe.takeAll()).containsExactlyInAnyOrderElementsOf(reminders);
    assertThat(count(PUBLISHED)).isEqualTo(reminders.size());
    assertThat(published() - before).isEqualTo(reminders.size());
  }

  @Test
  @DisabledIfSystemProperty(
      named = "calendar.test.broker",
      matches = "QPID",
      disabledReason = "the tests' broker is not RabbitMQ: Qpid's queue is never full")
  void whatTheQueueRefusesStaysDueAndEndsTheTick() throws Exception {
    int room = BATCH - 2;
    due(2 * BATCH);
    queue.ping();
    long before = published();
    try (QueueProbe.FullQueue full = probe.leaveRoomFor(room)) {
      scheduler.tick();

      assertThat(full.size()).isEqualTo(room);
    }
    assertThat(count(PUBLISHED)).isEqualTo(room);
    assertThat(count(SCHEDULED)).as("released, or never claimed").isEqualTo(BATCH + 2);
    assertThat(published() - before).isEqualTo(room);
  }

  @Test
  void withoutTheQueueOnTheBrokerAllStayDue() throws Exception {
    due(2 * BATCH);
    queue.ping();
    probe.remove();

    scheduler.tick();

    assertThat(count(SCHEDULED)).isEqualTo(2 * BATCH);
  }

  @Test
  void withoutABrokerNothingIsClaimed() throws Exception {
    due(1);
    BrokerAddress nobody = new BrokerAddress("127.0.0.1", 1, "guest", "guest", "/", "test");

    scheduler(new AmqpReminderQueue(broker(nobody))).tick();

    assertThat(count(SCHEDULED)).isEqualTo(1);
  }

  @Test
  void aStoppedSchedulerPublishesNothing() throws Exception {
    due(1);
    scheduler.stop();

    scheduler.tick();

    assertThat(probe.takeAll()).isEmpty();
    assertThat(count(SCHEDULED)).isEqualTo(1);
  }

  /** The real queue; something else happens while it takes reminders. */
  private ReminderQueue queueWith(Callable<?> event) {
    return new ReminderQueue() {
      @Override
      public Publishing publish(List<DueReminder> reminders) {
        Publishing publishing = queue.publish(reminders);
        return () -> {
          try {
            event.call();
          } catch (Exception failure) {
            throw new IllegalStateException(failure);
          }
          return publishing.taken();
        };
      }

      @Override
      public void ping() {
        queue.ping();
      }
    };
  }

  @Test
  void hasTwoBatchesInHandAtMost() throws Exception {
    due(5 * BATCH);
    List<Integer> inHand = new ArrayList<>();

    scheduler(queueWith(() -> inHand.add(count(CLAIMED)))).tick();

    assertThat(inHand)
        .as("while the queue takes a batch")
        .containsExactly(2 * BATCH, 2 * BATCH, 2 * BATCH, 2 * BATCH, BATCH);
    assertThat(count(PUBLISHED)).isEqualTo(5 * BATCH);
  }

  @Test
  void releasesTheNextBatchWhenItStops() throws Exception {
    due(3 * BATCH);
    Scheduler[] stopping = new Scheduler[1];
    stopping[0] =
        scheduler(
            queueWith(
                () -> {
                  stopping[0].stop();
                  return true;
                }));

    stopping[0].tick();

    assertThat(count(PUBLISHED)).isEqualTo(BATCH);
    assertThat(count(SCHEDULED)).isEqualTo(2 * BATCH);
    assertThat(probe.takeAll()).hasSize(BATCH);
  }

  @Test
  void releasesTheNextBatchWhenOneFails() throws Exception {
    due(3 * BATCH);
    ReminderQueue broken =
        queueWith(
            () -> {
              queue.close();
              return true;
            });

    scheduler(broken).tick();

    assertThat(count(CLAIMED)).isZero();
    assertThat(count(SCHEDULED)).isGreaterThanOrEqualTo(2 * BATCH);
    tickOn();
    assertThat(count(PUBLISHED)).isEqualTo(3 * BATCH);
  }

  @Test
  void hearsTheQueueOutThoughNothingOfABatchIsSent() throws Exception {
    for (int i = 0; i < BATCH; i++) {
      booked.book(NOW.minus(Duration.ofDays(1)), MINUTE);
    }
    AtomicInteger heard = new AtomicInteger();

    scheduler(queueWith(heard::incrementAndGet)).tick();

    assertThat(count(MISSED)).isEqualTo(BATCH);
    assertThat(heard).as("or its channel would stay open").hasValue(1);
  }

  @Test
  void marksTheNextBatchThoughTheFormerCannotBe() throws Exception {
    due(3 * BATCH);
    AtomicBoolean lost = new AtomicBoolean();
    ReminderStorage losing =
        (ReminderStorage)
            Proxy.newProxyInstance(
                ReminderStorage.class.getClassLoader(),
                new Class<?>[] {ReminderStorage.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("markPublished") && !lost.getAndSet(true)) {
                    throw new StorageUnavailableException("the first batch cannot be marked");
                  }
                  return method.invoke(storage, arguments);
                });

    scheduler(losing, queue).tick();

    assertThat(probe.takeAll()).hasSize(2 * BATCH);
    assertThat(count(PUBLISHED)).as("the next batch").isEqualTo(BATCH);
    assertThat(count(CLAIMED)).as("due again when the lease is over").isEqualTo(BATCH);
    assertThat(count(SCHEDULED)).as("never claimed").isEqualTo(BATCH);
  }

  /** As the next scheduler does, on a connection that works. */
  private void tickOn() {
    queue = new AmqpReminderQueue(broker(BrokerAddress.configured(config, "test")));
    scheduler(queue).tick();
  }

  @Test
  void oldEventsGoAChunkATickUntilNoneAreLeftForNow() throws Exception {
    Instant kept = NOW.minus(RETENTION);
    booked.bookEndingAt(kept, 1);
    booked.bookEndingAt(kept.minusSeconds(1), 750);

    scheduler.tick();
    assertThat(booked.countEvents()).isEqualTo(1 + 250);
    scheduler.tick();
    assertThat(booked.countEvents()).isEqualTo(1);

    booked.bookEndingAt(kept.minusSeconds(1), 1);
    scheduler.tick();
    assertThat(booked.countEvents()).as("it rests after it found few").isEqualTo(1 + 1);
  }

  @Test
  void showsLatenessAsAHistogramWithoutQuantiles() throws Exception {
    due(1);
    scheduler.tick();

    String port = config.getValue("calendar.http.port", String.class);
    URI url = URI.create("http://127.0.0.1:%s/metrics".formatted(port));
    String shown =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
            .body();

    assertThat(shown)
        .containsPattern("calendar_reminder_lateness_seconds_bucket\\{.*le=\"86400")
        .doesNotContainPattern("calendar_reminder_lateness_seconds\\{.*quantile");
  }
}
