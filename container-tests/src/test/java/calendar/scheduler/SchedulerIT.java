package calendar.scheduler;

import static calendar.reminder.ReminderState.PUBLISHED;
import static calendar.reminder.ReminderState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.container.Deployments;
import calendar.reminder.amqp.AmqpReminderQueue;
import calendar.reminder.amqp.QueueProbe;
import calendar.reminder.amqp.connection.BrokerAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tick publishes due reminders and purges old events. */
@ExtendWith(ArquillianExtension.class)
class SchedulerIT extends TicksByHand {

  @Deployment
  static WebArchive deployment() {
    return Deployments.scheduler().addClass(TicksByHand.class);
  }

  @Test
  void publishesAllDueRemindersInBatches() throws Exception {
    List<UUID> reminders = due(3 * BATCH + 1);
    long before = published();

    scheduler(queue).tick();

    assertThat(probe.takeAll()).containsExactlyInAnyOrderElementsOf(reminders);
    assertThat(count(PUBLISHED)).isEqualTo(reminders.size());
    assertThat(published() - before).isEqualTo(reminders.size());
  }

  @Test
  @DisabledIfSystemProperty(
      named = "calendar.test.broker",
      matches = "QPID",
      disabledReason = "the tests' broker is not RabbitMQ: Qpid's queue is never full")
  void releasesRemindersThatTheQueueRejects() throws Exception {
    int room = BATCH - 2;
    due(2 * BATCH);
    queue.ping();
    long before = published();
    try (QueueProbe.FullQueue full = probe.leaveRoomFor(room)) {
      scheduler(queue).tick();

      assertThat(full.size()).isEqualTo(room);
    }
    assertThat(count(PUBLISHED)).isEqualTo(room);
    assertThat(count(SCHEDULED)).as("released, or never claimed").isEqualTo(BATCH + 2);
    assertThat(published() - before).isEqualTo(room);
  }

  @Test
  void publishesNothingWithoutQueue() throws Exception {
    due(2 * BATCH);
    queue.ping();
    probe.remove();

    scheduler(queue).tick();

    assertThat(count(SCHEDULED)).isEqualTo(2 * BATCH);
  }

  @Test
  void claimsNothingWithoutBroker() throws Exception {
    due(1);
    BrokerAddress unreachable = new BrokerAddress("127.0.0.1", 1, "guest", "guest", "/", "test");

    scheduler(new AmqpReminderQueue(broker(unreachable))).tick();

    assertThat(count(SCHEDULED)).isEqualTo(1);
  }

  @Test
  void stoppedSchedulerPublishesNothing() throws Exception {
    due(1);
    Scheduler stopped = scheduler(queue);
    stopped.stop();

    stopped.tick();

    assertThat(probe.takeAll()).isEmpty();
    assertThat(count(SCHEDULED)).isEqualTo(1);
  }

  @Test
  void purgesOneChunkPerTick() throws Exception {
    Instant retained = NOW.minus(RETENTION);
    booked.bookEndingAt(retained, 1);
    booked.bookEndingAt(retained.minusSeconds(1), 750);

    Scheduler scheduler = scheduler(queue);
    scheduler.tick();
    assertThat(booked.countEvents()).isEqualTo(1 + 250);
    scheduler.tick();
    assertThat(booked.countEvents()).isEqualTo(1);

    booked.bookEndingAt(retained.minusSeconds(1), 1);
    scheduler.tick();
    assertThat(booked.countEvents()).as("it rests after a small chunk").isEqualTo(1 + 1);
  }

  @Test
  void forgetsDeletionsBeforeRetention() throws Exception {
    Instant retained = NOW.minus(RETENTION);
    booked.rememberDeleted(retained);
    booked.rememberDeleted(retained.minusSeconds(1));

    scheduler(queue).tick();

    assertThat(booked.countDeleted()).isEqualTo(1);
  }

  @Test
  void recordsLatenessOfFirstPublicationOnly() throws Exception {
    due(1);
    scheduler(queue).tick();
    booked.publishAgain();
    due(2);
    long published = published();
    long measured = measured();

    scheduler(queue).tick();

    assertThat(published() - published).isEqualTo(3);
    assertThat(measured() - measured).isEqualTo(2);
  }

  @Test
  void showsLatenessAsHistogram() throws Exception {
    due(1);
    scheduler(queue).tick();

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
