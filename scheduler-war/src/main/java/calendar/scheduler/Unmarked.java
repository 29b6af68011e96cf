package calendar.scheduler;

import calendar.reminder.ReminderStorage;
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
 * What cannot be marked is forgotten, and published again when its lease is over. For one thread.
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
  private final Deque<Batch> batches = new ArrayDeque<>();

  private record Batch(UUID claimId, List<UUID> reminders, Instant taken) {}

  Unmarked(ReminderStorage storage, SchedulerSettings settings, Clock clock) {
    Duration part = settings.lease().dividedBy(PART_OF_LEASE);
    this.storage = storage;
    this.republishAfter = settings.republishAfter();
    this.wait = part.compareTo(LONGEST_WAIT) < 0 ? part : LONGEST_WAIT;
    this.clock = clock;
  }

  /** Adds those of a claim that were taken at a time, and marks what has waited for long enough. */
  void add(UUID claimId, List<UUID> reminders, Instant taken) {
    if (!reminders.isEmpty()) {
      batches.add(new Batch(claimId, reminders, taken));
    }
    while (!batches.isEmpty() && hasWaited(batches.element())) {
      mark(batches.remove());
    }
  }

  /** Marks all, however long it has waited. Nothing waits any more then, also if that fails. */
  void markAll() {
    try {
      while (!batches.isEmpty()) {
        mark(batches.remove());
      }
    } finally {
      batches.clear();
    }
  }

  private boolean hasWaited(Batch batch) {
    Duration since = Duration.between(batch.taken(), clock.instant());
    boolean clockWasSetBack = since.isNegative();
    return clockWasSetBack || since.compareTo(wait) >= 0;
  }

  private void mark(Batch batch) {
    storage.markPublished(batch.claimId(), batch.reminders(), republishAfter);
  }
}
