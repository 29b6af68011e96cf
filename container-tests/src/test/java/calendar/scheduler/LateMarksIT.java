package calendar.scheduler;

import static calendar.reminder.ReminderState.CLAIMED;
import static calendar.reminder.ReminderState.PUBLISHED;
import static calendar.reminder.ReminderState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.container.Deployments;
import calendar.error.StorageUnavailableException;
import calendar.reminder.ReminderStorage;
import calendar.reminder.messaging.ReminderQueue;
import calendar.time.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When confirmed reminders are marked, and what happens if they cannot be. */
@ExtendWith(ArquillianExtension.class)
class LateMarksIT extends TicksWithStandIns {

  @Deployment
  static WebArchive deployment() {
    return Deployments.scheduler().addClasses(TicksByHand.class, TicksWithStandIns.class);
  }

  /** The real storage, which cannot mark some times. */
  private ReminderStorage losingMarks(int times, RuntimeException failure) {
    AtomicInteger lost = new AtomicInteger();
    return storageWith(
        called -> {
          if (called.equals("markPublished") && lost.getAndIncrement() < times) {
            throw failure;
          }
        });
  }

  /** The number of marked reminders at each wait for confirms, which lasts for the given time. */
  private List<Integer> marked(Duration confirmTime, Duration lease) throws Exception {
    due(4 * BATCH);
    MovableClock clock = clock();
    List<Integer> marked = new ArrayList<>();
    ReminderQueue slow =
        queueWith(
            () -> {
              marked.add(count(PUBLISHED));
              clock.moveBy(confirmTime);
              return null;
            });

    scheduler(storage, slow, clock, lease).tick();

    assertThat(count(PUBLISHED)).as("at the end").isEqualTo(4 * BATCH);
    return marked;
  }

  @Test
  void waitsThreeSecondsAfterClaim() throws Exception {
    assertThat(marked(Duration.ofMillis(1_500), LEASE))
        .as("three seconds after they were claimed")
        .containsExactly(0, 0, 2 * BATCH, 3 * BATCH);
  }

  @Test
  void waitsTenthOfShortLease() throws Exception {
    assertThat(marked(Duration.ofSeconds(1), Duration.ofSeconds(10)))
        .as("a tenth of the lease after they were claimed")
        .containsExactly(0, BATCH, 2 * BATCH, 3 * BATCH);
  }

  @Test
  void marksAtOnceAfterClockGoesBack() throws Exception {
    assertThat(marked(Duration.ofMillis(-1), LEASE))
        .containsExactly(0, BATCH, 2 * BATCH, 3 * BATCH);
  }

  @Test
  void marksAfterOutageOfStorage() throws Exception {
    List<UUID> reminders = due(4 * BATCH);
    MovableClock clock = clock();
    ReminderQueue slow = queueThatTakes(MINUTE, clock);
    StorageUnavailableException outage = new StorageUnavailableException("no storage");
    Scheduler scheduler = scheduler(losingMarks(3, outage), slow, clock, LEASE);

    scheduler.tick();

    assertThat(count(CLAIMED)).as("confirmed, not marked").isEqualTo(2 * BATCH);
    assertThat(count(SCHEDULED)).as("never claimed").isEqualTo(2 * BATCH);
    long end = System.nanoTime() + MINUTE.toNanos();
    while (count(SCHEDULED) > 0 && System.nanoTime() - end < 0) {
      scheduler.tick(); // does nothing while it pauses
    }

    assertThat(count(PUBLISHED)).isEqualTo(4 * BATCH);
    assertThat(probe.takeAll()).as("each once").containsExactlyInAnyOrderElementsOf(reminders);
  }

  @Test
  void marksNextBatchAfterBug() throws Exception {
    due(4 * BATCH);
    MovableClock clock = clock();
    ReminderQueue slow = queueThatTakes(MINUTE, clock);
    IllegalStateException bug = new IllegalStateException("the first batch cannot be marked");

    scheduler(losingMarks(1, bug), slow, clock, LEASE).tick();

    assertThat(probe.takeAll()).hasSize(2 * BATCH);
    assertThat(count(PUBLISHED)).as("the next batch").isEqualTo(BATCH);
    assertThat(count(CLAIMED)).as("due again when the lease is over").isEqualTo(BATCH);
    assertThat(count(SCHEDULED)).as("never claimed").isEqualTo(2 * BATCH);
  }
}
