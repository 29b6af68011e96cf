package calendar.scheduler;

import static calendar.reminder.ReminderState.CLAIMED;
import static calendar.reminder.ReminderState.MISSED;
import static calendar.reminder.ReminderState.PUBLISHED;
import static calendar.reminder.ReminderState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import calendar.container.Deployments;
import calendar.error.StorageUnavailableException;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderStorage;
import calendar.reminder.amqp.AmqpReminderQueue;
import calendar.reminder.messaging.Publishing;
import calendar.reminder.messaging.QueueUnavailableException;
import calendar.reminder.messaging.ReminderQueue;
import calendar.time.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which batches a tick has in flight, and what remains after a failure. */
@ExtendWith(ArquillianExtension.class)
class BatchesIT extends TicksWithStandIns {

  @Deployment
  static WebArchive deployment() {
    return Deployments.scheduler().addClasses(TicksByHand.class, TicksWithStandIns.class);
  }

  @Test
  void hasAtMostTwoBatchesInFlight() throws Exception {
    due(5 * BATCH);
    long before = published();
    List<Long> inFlight = new ArrayList<>();

    scheduler(queueWith(() -> inFlight.add(count(CLAIMED) - (published() - before)))).tick();

    assertThat(inFlight)
        .as("claimed and not confirmed, while the queue confirms a batch")
        .containsExactly(2L * BATCH, 2L * BATCH, 2L * BATCH, 2L * BATCH, (long) BATCH);
    assertThat(count(PUBLISHED)).isEqualTo(5 * BATCH);
  }

  @Test
  void countsAndPurgesDuringBacklog() throws Exception {
    due(4 * BATCH);
    MovableClock clock = clock();
    ReminderQueue slow = queueThatTakes(Duration.ofSeconds(3), clock);
    List<String> called = new ArrayList<>();

    scheduler(noting(called), slow, clock, Duration.ofHours(1)).tick();

    assertThat(called.subList(0, called.lastIndexOf("claim")))
        .as("calls of the storage before its last claim")
        .containsSubsequence("countDue", "claim", "claim", "countDue", "purge", "claim")
        .filteredOn("countDue"::equals)
        .as("at the start, and after six of nine seconds")
        .hasSize(2);
    assertThat(count(PUBLISHED)).isEqualTo(4 * BATCH);
  }

  @Test
  void completesBatchWhenOtherWorkFails() throws Exception {
    due(4 * BATCH);
    MovableClock clock = clock();
    ReminderQueue slow = queueThatTakes(Duration.ofSeconds(3), clock);
    Scheduler scheduler = scheduler(failing("purge"), slow, clock, Duration.ofHours(1));
    long before = published();

    scheduler.tick();

    assertThat(published() - before).isEqualTo(3 * BATCH);
    assertThat(count(PUBLISHED)).isEqualTo(3 * BATCH);
    assertThat(count(SCHEDULED)).isEqualTo(BATCH);
  }

  /** The real storage; records its calls. */
  private ReminderStorage noting(List<String> called) {
    return storageWith(called::add);
  }

  /** The real storage, but one method fails. */
  private ReminderStorage failing(String what) {
    return storageWith(
        called -> {
          if (called.equals(what)) {
            throw new StorageUnavailableException("no storage");
          }
        });
  }

  @Test
  void sendsNextBatchBeforeOneIsConfirmed() throws Exception {
    due(3 * BATCH);
    List<Integer> sentByThen = new ArrayList<>();

    scheduler(queueWith(() -> sentByThen.add(sent))).tick();

    assertThat(sentByThen).as("batches sent when each was confirmed").containsExactly(2, 3, 3);
  }

  @Test
  void completesBatchesInFlightAfterStop() throws Exception {
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

    assertThat(count(PUBLISHED)).isEqualTo(2 * BATCH);
    assertThat(count(SCHEDULED)).isEqualTo(BATCH);
    assertThat(probe.takeAll()).hasSize(2 * BATCH);
  }

  @Test
  void releasesBatchThatCannotBeSent() throws Exception {
    List<UUID> reminders = due(3 * BATCH);
    ReminderQueue lost = sending(2);

    scheduler(lost).tick();

    assertThat(count(PUBLISHED)).isEqualTo(2 * BATCH);
    assertThat(count(SCHEDULED)).as("released").isEqualTo(BATCH);
    assertThat(probe.takeAll()).hasSize(2 * BATCH).isSubsetOf(reminders);
  }

  /** The real queue, which cannot be reached after some batches. */
  private ReminderQueue sending(int batches) {
    ReminderQueue real = queueWith(() -> true);
    return new ReminderQueue() {
      @Override
      public Publishing publish(List<DueReminder> reminders) {
        if (sent == batches) {
          throw new QueueUnavailableException("no queue");
        }
        return real.publish(reminders);
      }

      @Override
      public void ping() {
        real.ping();
      }
    };
  }

  @Test
  void releasesNextBatchWhenOneFails() throws Exception {
    due(3 * BATCH);
    ReminderQueue broken =
        queueWith(
            () -> {
              queue.close();
              return true;
            });

    scheduler(broken).tick();

    assertThat(count(CLAIMED)).isZero();
    assertThat(count(SCHEDULED)).isGreaterThanOrEqualTo(BATCH);
    assertThat(count(PUBLISHED) + count(SCHEDULED)).isEqualTo(3 * BATCH);
    tickOn();
    assertThat(count(PUBLISHED)).isEqualTo(3 * BATCH);
  }

  /** Ticks like the next scheduler, on a new connection. */
  private void tickOn() {
    queue = new AmqpReminderQueue(broker(address()));
    scheduler(queue).tick();
  }

  @Test
  void marksOtherBatchesWhenOneFails() throws Exception {
    due(3 * BATCH);
    AtomicInteger batches = new AtomicInteger();
    ReminderQueue broken =
        queueWith(
            () -> {
              if (batches.incrementAndGet() == 2) {
                throw new IOException("the second batch");
              }
              return true;
            });

    List<Throwable> logged = loggedWhile(() -> scheduler(broken).tick());

    assertThat(count(PUBLISHED)).as("the first and the third").isEqualTo(2 * BATCH);
    assertThat(logged).singleElement(THROWABLE).hasRootCauseMessage("the second batch");
  }

  /** The failures that the scheduler logs while the work runs. */
  private static List<Throwable> loggedWhile(Runnable work) {
    List<Throwable> logged = new ArrayList<>();
    Handler listener =
        new StreamHandler() {
          @Override
          public void publish(LogRecord line) {
            logged.add(line.getThrown());
          }
        };
    Logger log = Logger.getLogger(Scheduler.class.getName());
    log.addHandler(listener);
    try {
      work.run();
    } finally {
      log.removeHandler(listener);
    }
    return logged;
  }

  @Test
  void awaitsConfirmsOfBatchWithoutMessages() throws Exception {
    for (int i = 0; i < BATCH; i++) {
      booked.book(NOW.minus(Duration.ofDays(1)), MINUTE);
    }
    AtomicInteger awaited = new AtomicInteger();

    scheduler(queueWith(awaited::incrementAndGet)).tick();

    assertThat(count(MISSED)).isEqualTo(BATCH);
    assertThat(awaited).as("otherwise its channel stays open").hasValue(1);
  }
}
