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
 * What the queue has taken and is still to be marked published. Amid much that is due it waits here
 * for a while, and a sender that keeps up delivers it: for that there is nothing left to write.
 * While the storage is out or the clocks differ, it is kept for the next try: marked by a wrong
 * clock, it might not be published again for years. For one thread.
 */
final class Unmarked {
  /** A sender that keeps up needs less. Longer, and too many would wait here. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  /** The longest wait is so small a part of the lease at most. */
  private static final int PART_OF_LEASE = 10;

  private final ReminderStorage storage;
  private final Duration republishAfter;
  private final Duration wait;
  private final Clock clock;
  private final ClockCheck clocks;
  private final Deque<Batch> batches = new ArrayDeque<>();

  private record Batch(UUID claimId, Instant claimed, List<UUID> reminders) {}

  Unmarked(ReminderStorage storage, SchedulerSettings settings, Clock clock, ClockCheck clocks) {
    Duration part = settings.lease().dividedBy(PART_OF_LEASE);
    this.storage = storage;
    this.republishAfter = settings.republishAfter();
    this.wait = part.compareTo(LONGEST_WAIT) < 0 ? part : LONGEST_WAIT;
    this.clock = clock;
    this.clocks = clocks;
  }

  /** Adds those of a claim that were taken, and marks what was claimed long enough ago. */
  void add(UUID claimId, Instant claimed, List<UUID> reminders) {
    if (!reminders.isEmpty()) {
      batches.add(new Batch(claimId, claimed, reminders));
    }
    while (!batches.isEmpty() && hasWaited(batches.element())) {
      markOldest();
    }
  }

  /** Marks all, however long it has waited. */
  void markAll() {
    while (!batches.isEmpty()) {
      markOldest();
    }
  }

  private boolean hasWaited(Batch batch) {
    Duration since = Duration.between(batch.claimed(), clock.instant());
    boolean clockWasSetBack = since.isNegative();
    return clockWasSetBack || since.compareTo(wait) >= 0;
  }

  private void markOldest() {
    Batch oldest = batches.remove();
    try {
      clocks.now(); // the mark's own time is the database's
      storage.markPublished(oldest.claimId(), oldest.reminders(), republishAfter);
    } catch (StorageUnavailableException | ClockDifferenceException later) {
      batches.addFirst(oldest);
      throw later;
    }
  }
}
