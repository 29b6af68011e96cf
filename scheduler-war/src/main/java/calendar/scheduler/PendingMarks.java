package calendar.scheduler;

import calendar.error.StorageUnavailableException;
import calendar.reminder.ReminderStorage;
import calendar.time.ClockCheck;
import calendar.time.ClockDifferenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * Reminders that the queue has confirmed and the storage has not marked as PUBLISHED yet. During a
 * backlog each batch waits here for up to three seconds after its claim, or a tenth of the lease if
 * that is shorter. A sender that keeps up delivers the batch meanwhile, which saves the mark.
 *
 * <p>While the storage is unavailable or the clocks differ, the batches stay here for the next try.
 * A mark by a wrong clock could delay the next publication for years. After any other failure the
 * batch is dropped: its lease runs out and the reminders are claimed again.
 *
 * <p>Not thread safe.
 */
final class PendingMarks {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final int PART_OF_LEASE = 10;

  private final ReminderStorage storage;
  private final Duration republishAfter;
  private final Duration wait;
  private final Clock clock;
  private final ClockCheck clocks;
  private final Deque<Batch> batches = new ArrayDeque<>();

  private record Batch(UUID claimId, Instant claimedAt, List<UUID> reminders) {}

  PendingMarks(
      ReminderStorage storage, SchedulerSettings settings, Clock clock, ClockCheck clocks) {
    Duration part = settings.lease().dividedBy(PART_OF_LEASE);
    this.storage = storage;
    this.republishAfter = settings.republishAfter();
    this.wait = part.compareTo(LONGEST_WAIT) < 0 ? part : LONGEST_WAIT;
    this.clock = clock;
    this.clocks = clocks;
  }

  /**
   * Adds the confirmed reminders of a claim, and marks the batches that have waited long enough.
   *
   * @param claimedAt when they were claimed, by the host's clock
   */
  void add(UUID claimId, Instant claimedAt, List<UUID> reminders) {
    if (!reminders.isEmpty()) {
      batches.add(new Batch(claimId, claimedAt, reminders));
    }
    while (!batches.isEmpty() && hasWaited(batches.element())) {
      markOldest();
    }
  }

  /** Marks all batches now. */
  void markAll() {
    while (!batches.isEmpty()) {
      markOldest();
    }
  }

  private boolean hasWaited(Batch batch) {
    Duration since = Duration.between(batch.claimedAt(), clock.instant());
    boolean clockWasSetBack = since.isNegative();
    return clockWasSetBack || since.compareTo(wait) >= 0;
  }

  private void markOldest() {
    Batch oldest = batches.remove();
    try {
      clocks.now(); // throws if the clocks differ; the mark itself uses the database's clock
      storage.markPublished(oldest.claimId(), oldest.reminders(), republishAfter);
    } catch (StorageUnavailableException | ClockDifferenceException retryLater) {
      batches.addFirst(oldest);
      throw retryLater;
    }
  }
}
