package calendar.scheduler;

import calendar.reminder.Claim;
import calendar.reminder.DueReminder;
import calendar.reminder.Outage;
import calendar.reminder.QueueUnavailableException;
import calendar.reminder.ReminderQueue;
import calendar.reminder.ReminderStorage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Publishes what is due. Any number of schedulers may do so at the same time, and each may die at
 * any moment: what it had claimed is claimed by another when the lease runs out.
 *
 * <p>Ticks are for one thread at a time; {@link #stop} is for any.
 */
final class Scheduler {
  private static final Logger LOG = Logger.getLogger(Scheduler.class.getName());

  private final ReminderStorage storage;
  private final ReminderQueue queue;
  private final SchedulerSettings settings;
  private final Clock clock;
  private final SchedulerMetrics metrics;
  private final Purge purge;
  private final Outage outage = new Outage(LOG);
  private long pausedUntilNanos = System.nanoTime();
  private volatile boolean stopped;

  Scheduler(
      ReminderStorage storage,
      ReminderQueue queue,
      SchedulerSettings settings,
      Clock clock,
      SchedulerMetrics metrics) {
    this.storage = storage;
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
    this.metrics = metrics;
    this.purge = new Purge(storage, settings.retention(), clock, metrics);
  }

  /**
   * Publishes all that is due, then deletes some of what is long over. Does nothing while it pauses
   * in an outage of the storage or the queue. Throws nothing.
   */
  void tick() {
    if (System.nanoTime() - pausedUntilNanos < 0) {
      return;
    }
    try {
      metrics.due(storage.countDue(clock.instant()));
      queue.ping();
      publishDue();
      purge.step();
      outage.over();
    } catch (RuntimeException failure) {
      pausedUntilNanos = System.nanoTime() + outage.failed(failure).toNanos();
    }
  }

  /** Ends a tick that is under way after its batch; further ticks publish nothing. */
  void stop() {
    stopped = true;
  }

  private void publishDue() {
    boolean published = false;
    while (!stopped) {
      Claim claim = storage.claim(clock.instant(), settings.batchSize(), settings.lease());
      if (claim.isEmpty()) {
        break;
      }
      publish(claim);
      published = true;
    }
    if (published) {
      metrics.due(storage.countDue(clock.instant()));
    }
  }

  private void publish(Claim claim) {
    Set<UUID> taken = Set.of();
    try {
      taken = queue.publish(claim.reminders());
    } finally {
      release(claim, taken);
    }
    storage.markPublished(claim.id(), taken, settings.republishAfter());
    Instant now = clock.instant();
    for (DueReminder reminder : claim.reminders()) {
      if (taken.contains(reminder.reminderId())) {
        metrics.published(reminder, now);
      }
    }
    int refused = claim.reminders().size() - taken.size();
    if (refused > 0) {
      throw new QueueUnavailableException(
          "the queue did not take %d of %d reminders".formatted(refused, claim.reminders().size()));
    }
  }

  private void release(Claim claim, Set<UUID> taken) {
    List<UUID> refused =
        claim.reminders().stream()
            .map(DueReminder::reminderId)
            .filter(id -> !taken.contains(id))
            .toList();
    if (!refused.isEmpty()) {
      storage.release(claim.id(), refused);
    }
  }
}
