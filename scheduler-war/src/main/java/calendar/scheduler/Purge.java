package calendar.scheduler;

import calendar.reminder.ReminderStorage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes events that ended long ago, and forgets imported events that were deleted as long ago:
 * one chunk at a time, so that no writer waits for long and reminders hardly do. Not safe for use
 * by several threads.
 */
final class Purge {
  private static final int CHUNK = 500;
  private static final Duration REST = Duration.ofSeconds(10);

  private final ReminderStorage storage;
  private final Duration retention;
  private final Clock clock;
  private final SchedulerMetrics metrics;
  private Instant next = Instant.MIN;

  Purge(ReminderStorage storage, Duration retention, Clock clock, SchedulerMetrics metrics) {
    this.storage = storage;
    this.retention = retention;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Deletes a chunk of each, unless it found less than that a few seconds ago. */
  void step() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    Instant kept = now.minus(retention);
    int purged = storage.purge(kept, CHUNK);
    metrics.purged(purged);
    int forgotten = storage.purgeDeleted(kept, CHUNK);
    next = purged < CHUNK && forgotten < CHUNK ? now.plus(REST) : now;
  }
}
