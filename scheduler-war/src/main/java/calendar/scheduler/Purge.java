package calendar.scheduler;

import calendar.reminder.ReminderStorage;
import calendar.time.ClockCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Deletes events that ended long ago, and forgets imported events that were deleted as long ago:
 * one chunk at a time, so that no writer waits for long and reminders hardly do. Not safe for use
 * by several threads.
 *
 * <p>What is old enough goes by the database's clock. The host's only says when to look again.
 */
final class Purge {
  private static final Logger LOG = Logger.getLogger(Purge.class.getName());
  private static final int CHUNK = 500;
  private static final Duration REST = Duration.ofSeconds(10);

  private final ReminderStorage storage;
  private final Duration retention;
  private final Clock clock;
  private final ClockCheck clocks;
  private final SchedulerMetrics metrics;
  private Instant next = Instant.MIN;

  Purge(
      ReminderStorage storage,
      Duration retention,
      Clock clock,
      ClockCheck clocks,
      SchedulerMetrics metrics) {
    this.storage = storage;
    this.retention = retention;
    this.clock = clock;
    this.clocks = clocks;
    this.metrics = metrics;
  }

  /**
   * Deletes a chunk of each, unless it found less than that a few seconds ago. Logs how many.
   *
   * @throws calendar.time.ClockDifferenceException if the clocks differ; nothing is deleted then
   */
  void step() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    Instant kept = clocks.now().minus(retention);
    int purged = storage.purge(kept, CHUNK);
    metrics.purged(purged);
    log(purged, "purged {0,number,#} events that ended before {1}", kept);
    int forgotten = storage.purgeDeleted(kept, CHUNK);
    log(forgotten, "forgot {0,number,#} imported events that were deleted before {1}", kept);
    next = purged < CHUNK && forgotten < CHUNK ? now.plus(REST) : now;
  }

  private static void log(int count, String text, Instant kept) {
    if (count > 0) {
      LOG.log(Level.INFO, text, new Object[] {count, kept});
    }
  }
}
