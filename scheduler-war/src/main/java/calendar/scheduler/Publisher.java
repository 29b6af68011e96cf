package calendar.scheduler;

import calendar.reminder.Claim;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderStorage;
import calendar.reminder.messaging.Publishing;
import calendar.reminder.messaging.QueueUnavailableException;
import calendar.reminder.messaging.ReminderQueue;
import calendar.time.ClockCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;

/**
 * Publishes due reminders in a pipeline. Each claim goes through these states:
 *
 * <pre>
 * claimed         {@link Claim}           the storage has leased the reminders to this scheduler
 * in flight       {@link InFlightBatch}   the messages are sent, the queue has not answered
 * completed       {@link CompletedBatch}  the queue has confirmed some or all messages
 * to be marked    {@link PendingMarks}    the storage does not know yet what the queue confirmed
 * </pre>
 *
 * <p>The pipeline has two slots for batches in flight. While the queue confirms one batch, the
 * scheduler claims and sends the next, so that the storage and the queue work at the same time.
 *
 * <p>Whatever fails, every batch in flight is completed, its unconfirmed reminders are released,
 * and its confirmed reminders are marked. If a release or a mark fails too, the lease runs out and
 * the reminders are claimed again. So a failure may repeat a reminder but never loses one.
 *
 * <p>{@link #publishDue} is for one thread at a time, {@link #stop} for any thread.
 */
final class Publisher {
  private static final int SLOTS = 2;
  private static final Duration OTHER_WORK_INTERVAL = Duration.ofSeconds(5);

  private final ReminderStorage storage;
  private final ReminderQueue queue;
  private final SchedulerSettings settings;
  private final Clock clock;
  private final ClockCheck clocks;
  private final SchedulerMetrics metrics;
  private final PendingMarks pendingMarks;
  private final Queue<InFlightBatch> inFlight = new ArrayDeque<>(SLOTS);
  private volatile boolean stopped;

  Publisher(
      ReminderStorage storage,
      ReminderQueue queue,
      SchedulerSettings settings,
      Clock clock,
      ClockCheck clocks,
      SchedulerMetrics metrics) {
    this.storage = storage;
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
    this.clocks = clocks;
    this.metrics = metrics;
    this.pendingMarks = new PendingMarks(storage, settings, clock, clocks);
  }

  /**
   * Publishes until nothing is due. Throws the first failure of the storage, the queue or the other
   * work, with later failures as suppressed exceptions. No batch is in flight afterwards.
   *
   * @param otherWork runs every five seconds if publishing takes longer
   * @return true if anything was due
   */
  boolean publishDue(Runnable otherWork) {
    pendingMarks.markAll();
    boolean[] any = {false};
    StepFailures failures = new StepFailures();
    failures.run(() -> any[0] = fillSlotsUntilNothingIsDue(otherWork));
    while (!inFlight.isEmpty()) {
      failures.run(this::completeOldest);
    }
    failures.run(pendingMarks::markAll);
    failures.throwFirst();
    return any[0];
  }

  /** Ends publishing: the scheduler claims nothing more and completes the batches in flight. */
  void stop() {
    stopped = true;
  }

  private boolean fillSlotsUntilNothingIsDue(Runnable otherWork) {
    Instant lastOtherWork = clock.instant();
    boolean any = false;
    while (claimAndSend()) {
      any = true;
      if (inFlight.size() == SLOTS) {
        completeOldest();
        if (isLongAgo(lastOtherWork)) {
          otherWork.run();
          lastOtherWork = clock.instant();
        }
      }
    }
    return any;
  }

  private boolean isLongAgo(Instant time) {
    return Duration.between(time, clock.instant()).abs().compareTo(OTHER_WORK_INTERVAL) >= 0;
  }

  /** Returns false if nothing is due, or after {@link #stop}. */
  private boolean claimAndSend() {
    if (stopped) {
      return false;
    }
    Instant now = clocks.now();
    Instant claimedAt = clock.instant();
    Claim claim = storage.claim(now, settings.batchSize(), settings.lease());
    if (claim.isEmpty()) {
      return false;
    }
    inFlight.add(new InFlightBatch(claim, claimedAt, send(claim)));
    return true;
  }

  /** Sends the reminders of a claim, and releases them if the queue cannot be reached. */
  private Publishing send(Claim claim) {
    try {
      return queue.publish(claim.reminders());
    } catch (RuntimeException | Error failure) {
      StepFailures failures = new StepFailures();
      failures.add(failure);
      failures.run(() -> release(claim.id(), claim.reminders()));
      throw failure;
    }
  }

  private void completeOldest() {
    CompletedBatch batch = inFlight.remove().awaitConfirmed(clock);
    List<DueReminder> confirmed = batch.confirmed();
    List<DueReminder> unconfirmed = batch.unconfirmed();
    confirmed.forEach(
        reminder -> metrics.published(reminder, batch.completedAt(), batch.repeats(reminder)));
    StepFailures failures = new StepFailures();
    failures.run(() -> release(batch.claim().id(), unconfirmed));
    failures.run(() -> pendingMarks.add(batch.claim().id(), batch.claimedAt(), ids(confirmed)));
    failures.run(() -> requireAllConfirmed(confirmed, unconfirmed));
    failures.throwFirst();
  }

  private static void requireAllConfirmed(
      List<DueReminder> confirmed, List<DueReminder> unconfirmed) {
    if (!unconfirmed.isEmpty()) {
      throw new QueueUnavailableException(
          "the queue did not confirm %d of %d reminders"
              .formatted(unconfirmed.size(), unconfirmed.size() + confirmed.size()));
    }
  }

  private void release(UUID claimId, List<DueReminder> reminders) {
    if (!reminders.isEmpty()) {
      storage.release(claimId, ids(reminders));
    }
  }

  private static List<UUID> ids(List<DueReminder> reminders) {
    return reminders.stream().map(DueReminder::reminderId).toList();
  }
}
