package calendar.scheduler;

import static calendar.reminder.ReminderState.CLAIMED;
import static calendar.reminder.ReminderState.MISSED;
import static calendar.reminder.ReminderState.PUBLISHED;
import static calendar.reminder.ReminderState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.StorageUnavailableException;
import calendar.reminder.messaging.QueueUnavailableException;
import calendar.scheduler.Faults.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The publisher's pipeline: the batches in flight, and the state after a failure. */
class PublisherTest extends OnMemory {
  private static final Runnable NO_OTHER_WORK = () -> {};

  private final Publisher publisher = publisher();

  @Test
  void publishesAllDueReminders() {
    List<UUID> due = bookDue(3 * BATCH + 1);

    assertThat(publisher.publishDue(NO_OTHER_WORK)).isTrue();

    assertThat(queue.sent).containsExactlyInAnyOrderElementsOf(due);
    assertThat(count(PUBLISHED)).isEqualTo(due.size());
    assertThat(publisher.publishDue(NO_OTHER_WORK)).as("nothing is due").isFalse();
  }

  @Test
  void sendsNextBatchBeforeOneIsConfirmed() {
    bookDue(3 * BATCH);
    List<Integer> sentByThen = new ArrayList<>();
    queue.duringWait = () -> sentByThen.add(queue.batches);

    publisher.publishDue(NO_OTHER_WORK);

    assertThat(sentByThen).containsExactly(2, 3, 3);
    assertThat(queue.mostInFlight).isEqualTo(2);
  }

  @Test
  void releasesUnconfirmedRemindersAndReportsThem() {
    List<UUID> due = bookDue(BATCH);
    queue.unconfirmed.addAll(due.subList(0, 2));

    assertThatThrownBy(() -> publisher.publishDue(NO_OTHER_WORK))
        .isInstanceOf(QueueUnavailableException.class)
        .hasMessage("the queue did not confirm 2 of 10 reminders");

    assertThat(count(SCHEDULED)).isEqualTo(2);
    assertThat(count(PUBLISHED)).isEqualTo(BATCH - 2);
    assertThat(recorded.counts()).containsEntry("calendar_reminders_published_total", 8L);
  }

  @Test
  void releasesBatchThatCannotBeSent() {
    bookDue(3 * BATCH);
    QueueUnavailableException outage = new QueueUnavailableException("no queue");
    faults.failAt("publish", 2, Moment.BEFORE, () -> outage);

    assertThatThrownBy(() -> publisher.publishDue(NO_OTHER_WORK)).isSameAs(outage);

    assertThat(count(PUBLISHED)).as("the batch before").isEqualTo(BATCH);
    assertThat(count(SCHEDULED)).isEqualTo(2 * BATCH);
    assertThat(queue.inFlight).isZero();
  }

  @Test
  void completesOtherBatchesWhenOneFails() {
    bookDue(3 * BATCH);
    IllegalStateException lost = new IllegalStateException("lost");
    faults.failAt("awaitConfirmed", 2, Moment.BEFORE, () -> lost);

    assertThatThrownBy(() -> publisher.publishDue(NO_OTHER_WORK)).isSameAs(lost);

    assertThat(count(PUBLISHED)).as("the first and the third").isEqualTo(2 * BATCH);
    assertThat(count(CLAIMED)).as("claimed again after the lease").isEqualTo(BATCH);
    assertThat(queue.inFlight).isZero();
  }

  @Test
  void completesBatchInFlightWhenClaimFails() {
    bookDue(2 * BATCH);
    StorageUnavailableException outage = new StorageUnavailableException("no storage");
    faults.failAt("claim", 2, Moment.BEFORE, () -> outage);

    assertThatThrownBy(() -> publisher.publishDue(NO_OTHER_WORK)).isSameAs(outage);

    assertThat(count(PUBLISHED)).isEqualTo(BATCH);
    assertThat(count(SCHEDULED)).isEqualTo(BATCH);
  }

  @Test
  void completesBatchWhenOtherWorkFails() {
    bookDue(4 * BATCH);
    queue.duringWait = () -> pass(Duration.ofSeconds(3));
    StorageUnavailableException outage = new StorageUnavailableException("no storage");
    Runnable failing =
        () -> {
          throw outage;
        };

    assertThatThrownBy(() -> publisher.publishDue(failing)).isSameAs(outage);

    assertThat(count(PUBLISHED)).isEqualTo(3 * BATCH);
    assertThat(count(SCHEDULED)).isEqualTo(BATCH);
  }

  @Test
  void throwsFirstFailureAndSuppressesOthers() {
    List<UUID> due = bookDue(2 * BATCH);
    queue.unconfirmed.addAll(due);
    StorageUnavailableException outage = new StorageUnavailableException("no storage");
    faults.failAt("claim", 2, Moment.AFTER, () -> outage);

    assertThatThrownBy(() -> publisher.publishDue(NO_OTHER_WORK))
        .isSameAs(outage)
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .isInstanceOf(QueueUnavailableException.class));
  }

  @Test
  void failedReleaseLeavesRemindersToTheLease() {
    List<UUID> due = bookDue(BATCH);
    queue.unconfirmed.addAll(due.subList(0, 2));
    StorageUnavailableException outage = new StorageUnavailableException("no storage");
    faults.failNext("release", () -> outage);

    assertThatThrownBy(() -> publisher.publishDue(NO_OTHER_WORK)).isSameAs(outage);

    assertThat(count(PUBLISHED)).as("marked all the same").isEqualTo(BATCH - 2);
    assertThat(count(CLAIMED)).isEqualTo(2);
  }

  @Test
  void claimsNothingAfterStop() {
    bookDue(BATCH);
    publisher.stop();

    assertThat(publisher.publishDue(NO_OTHER_WORK)).isFalse();

    assertThat(count(SCHEDULED)).isEqualTo(BATCH);
  }

  @Test
  void completesBatchesInFlightAfterStop() {
    bookDue(3 * BATCH);
    queue.duringWait = publisher::stop;

    publisher.publishDue(NO_OTHER_WORK);

    assertThat(count(PUBLISHED)).isEqualTo(2 * BATCH);
    assertThat(count(SCHEDULED)).isEqualTo(BATCH);
    assertThat(queue.inFlight).isZero();
  }

  @Test
  void runsOtherWorkEveryFiveSeconds() {
    bookDue(6 * BATCH);
    queue.duringWait = () -> pass(Duration.ofSeconds(2));
    List<Integer> batches = new ArrayList<>();

    publisher.publishDue(() -> batches.add(queue.batches));

    assertThat(batches).as("batches sent, after six seconds").containsExactly(4);
  }

  @Test
  void awaitsConfirmsOfBatchWithoutMessages() {
    bookings.book(NOW.minus(Duration.ofDays(1)), MINUTE);

    publisher.publishDue(NO_OTHER_WORK);

    assertThat(count(MISSED)).isEqualTo(1);
    assertThat(queue.batches).isEqualTo(1);
    assertThat(queue.inFlight).as("otherwise its channel stays open").isZero();
  }

  @Test
  void recordsLatenessOfFirstPublicationOnly() {
    bookDue(1);
    queue.duringWait = () -> pass(Duration.ofSeconds(2));
    publisher.publishDue(NO_OTHER_WORK);
    bookings.publishAgain();

    publisher.publishDue(NO_OTHER_WORK);

    assertThat(recorded.counts()).containsEntry("calendar_reminders_published_total", 2L);
    assertThat(recorded.timer("calendar_reminder_lateness_seconds"))
        .containsExactly(Duration.ofSeconds(2));
  }
}
