package calendar.scheduler;

import calendar.reminder.Claim;
import calendar.reminder.DueReminder;
import calendar.reminder.Publishing;
import calendar.reminder.QueueUnavailableException;
import calendar.reminder.ReminderQueue;
import calendar.reminder.ReminderStorage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Publishes what is due, claim by claim. While the queue takes the reminders of one claim, the next
 * one is made already, so that neither the storage nor the queue waits for the other: there are two
 * claims in hand at most, however much is due.
 *
 * <p>Publishing is for one thread at a time; {@link #stop} is for any.
 */
final class Publisher {
  private final ReminderStorage storage;
  private final ReminderQueue queue;
  private final SchedulerSettings settings;
  private final Clock clock;
  private final SchedulerMetrics metrics;
  private volatile boolean stopped;

  Publisher(
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
  }

  /**
   * Publishes until nothing is due any more. Throws what the storage and the queue throw; nothing
   * is in hand then.
   *
   * @return whether there was anything
   */
  boolean publishDue() {
    Claim claim = claim();
    boolean any = !claim.isEmpty();
    while (!claim.isEmpty()) {
      claim = publishAndClaim(claim);
    }
    return any;
  }

  /** Ends publishing that is under way: what is not sent yet is released. */
  void stop() {
    stopped = true;
  }

  private Claim claim() {
    return stopped
        ? Claim.NONE
        : storage.claim(clock.instant(), settings.batchSize(), settings.lease());
  }

  private Claim publishAndClaim(Claim claim) {
    Publishing publishing = send(claim);
    Claim next = Claim.NONE;
    try {
      try {
        next = claim();
      } finally {
        finish(claim, publishing.taken());
      }
    } catch (RuntimeException failure) {
      release(next, Set.of());
      throw failure;
    }
    if (stopped) {
      release(next, Set.of());
      return Claim.NONE;
    }
    return next;
  }

  private Publishing send(Claim claim) {
    try {
      return queue.publish(claim.reminders());
    } catch (RuntimeException failure) {
      release(claim, Set.of());
      throw failure;
    }
  }

  private void finish(Claim claim, Set<UUID> taken) {
    release(claim, taken);
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

  /** Gives back those of a claim that were not taken. */
  private void release(Claim claim, Set<UUID> taken) {
    List<UUID> others =
        claim.reminders().stream()
            .map(DueReminder::reminderId)
            .filter(id -> !taken.contains(id))
            .toList();
    if (!others.isEmpty()) {
      storage.release(claim.id(), others);
    }
  }
}
