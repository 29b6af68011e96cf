package calendar.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The contract of {@link ReminderStorageContract}, with transactions at the same time. */
public abstract class ReminderRacesContract extends ReminderStorageContract {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MANY = 200;

  /** Runs each task on its own thread. */
  protected Executor threads() {
    return task -> new Thread(task).start();
  }

  private CompletableFuture<Void> start(Runnable task) {
    return CompletableFuture.runAsync(task, threads());
  }

  private List<UUID> bookMany() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      ids.add(book().reminderId());
    }
    return ids;
  }

  @Test
  void schedulersSkipLockedReminders() {
    DueReminder due = book();
    Claim claim = claim();
    DueReminder locked = book();
    DueReminder free = book();

    storage()
        .deliver(
            ids(due, locked),
            DUE,
            delivered -> {
              CompletableFuture<Void> scheduler =
                  start(
                      () -> {
                        storage().markPublished(claim.id(), ids(due), LATER);
                        storage().release(claim.id(), ids(due));
                        assertThat(claim().reminders()).containsExactly(free);
                      });
              assertThat(scheduler).as("the scheduler does not wait").succeedsWithin(LIMIT);
            });

    assertThat(state(due)).isEqualTo(ReminderState.DELIVERED);
    assertThat(state(locked)).isEqualTo(ReminderState.DELIVERED);
  }

  @Test
  void rolledBackDeliveryIsDueAfterLease() {
    DueReminder due = book();
    Claim claim = storage().claim(DUE, 100, NO_LEASE);

    assertThatThrownBy(
            () ->
                storage()
                    .deliver(
                        ids(due),
                        DUE,
                        delivered -> {
                          storage().markPublished(claim.id(), ids(due), LATER);
                          throw new IllegalStateException("no paper");
                        }))
        .hasMessage("no paper");

    assertThat(state(due)).isEqualTo(ReminderState.CLAIMED);
    assertThat(claim().reminders()).containsExactly(due);
  }

  @Test
  void secondSenderWaitsForFirst() {
    DueReminder due = book();
    List<UUID> deliveredTwice = new CopyOnWriteArrayList<>();
    List<CompletableFuture<Void>> second = new ArrayList<>();

    storage()
        .deliver(
            ids(due),
            DUE,
            delivered ->
                second.add(
                    startAndAwait(() -> storage().deliver(ids(due), DUE, deliveredTwice::addAll))));

    assertThat(second.get(0)).succeedsWithin(LIMIT);
    assertThat(deliveredTwice).isEmpty();
  }

  @Test
  void secondSenderDeliversAfterRollback() {
    DueReminder due = book();
    List<UUID> deliveredBySecond = new CopyOnWriteArrayList<>();
    List<CompletableFuture<Void>> second = new ArrayList<>();
    Consumer<List<UUID>> failing =
        delivered -> {
          second.add(
              startAndAwait(() -> storage().deliver(ids(due), DUE, deliveredBySecond::addAll)));
          throw new IllegalStateException("no paper");
        };

    assertThatThrownBy(() -> storage().deliver(ids(due), DUE, failing)).hasMessage("no paper");

    assertThat(second.get(0)).succeedsWithin(LIMIT);
    assertThat(deliveredBySecond).isEqualTo(ids(due));
  }

  /** Waits until the task runs, but not until it ends. */
  private CompletableFuture<Void> startAndAwait(Runnable task) {
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Void> started =
        start(
            () -> {
              running.countDown();
              task.run();
            });
    try {
      running.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return started;
  }

  @Test
  void purgeDeletesEventAfterRunningDelivery() {
    DueReminder due = book();
    List<CompletableFuture<Void>> purge = new ArrayList<>();

    storage()
        .deliver(
            ids(due),
            DUE,
            delivered ->
                purge.add(
                    startAndAwait(() -> storage().purge(START.plus(HOUR).plusMillis(1), 100))));

    assertThat(purge.get(0)).succeedsWithin(LIMIT);
    assertThat(bookings().countEvents()).isZero();
  }

  @Test
  void failedAttemptWaitsForRunningDelivery() {
    DueReminder due = book();
    List<CompletableFuture<Void>> attempt = new ArrayList<>();

    storage()
        .deliver(
            ids(due),
            DUE,
            delivered ->
                attempt.add(
                    startAndAwait(
                        () ->
                            storage().markAttemptFailed(due.reminderId(), "late", DUE, LATER, 1))));

    assertThat(attempt.get(0)).succeedsWithin(LIMIT);
    assertThat(state(due)).isEqualTo(ReminderState.DELIVERED);
  }

  @Test
  void schedulersShareDueReminders() {
    List<UUID> due = bookMany();
    List<UUID> claimed = new CopyOnWriteArrayList<>();
    List<CompletableFuture<Void>> schedulers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      schedulers.add(start(() -> claimAll(claimed)));
    }

    assertThat(schedulers).allSatisfy(one -> assertThat(one).succeedsWithin(LIMIT));
    assertThat(claimed).as("each once").containsExactlyInAnyOrderElementsOf(due);
  }

  private void claimAll(List<UUID> claimed) {
    // A claim may be empty while others hold all remaining reminders.
    while (new HashSet<>(claimed).size() < MANY) {
      claimed.addAll(ids(storage().claim(DUE, 20, LEASE).reminders()));
    }
  }

  @Test
  void deliversEachOnceDuringMarks() {
    List<UUID> due = bookMany();
    Claim claim = claim();
    List<UUID> delivered = new CopyOnWriteArrayList<>();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(start(() -> deliverInHalves(due, delivered)));
    }
    all.add(start(() -> storage().markPublished(claim.id(), due, LATER)));

    assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(LIMIT));
    assertThat(delivered).containsExactlyInAnyOrderElementsOf(due);
    assertThat(bookings().states()).containsOnlyKeys(due);
    assertThat(bookings().states().values()).containsOnly(ReminderState.DELIVERED);
  }

  private void deliverInHalves(List<UUID> ids, List<UUID> delivered) {
    List<UUID> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled);
    int half = ids.size() / 2;
    storage().deliver(shuffled.subList(0, half), DUE, delivered::addAll);
    storage().deliver(shuffled.subList(half, ids.size()), DUE, delivered::addAll);
  }
}
