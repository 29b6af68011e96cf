package calendar.scheduler;

import calendar.audit.Audit;
import calendar.audit.AuditEntry;
import calendar.reminder.ReminderStorage;
import calendar.time.ClockCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Deletes events that ended before retention, and forgets imported events that were deleted before
 * retention. Works in chunks, so that writers and reminders wait only briefly. Not thread safe.
 *
 * <p>Uses the database's clock to decide which events are old enough, and the host's clock only to
 * decide when to look again.
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
  private final Audit audit;
  private Instant next = Instant.MIN;

  Purge(
      ReminderStorage storage,
      Duration retention,
      Clock clock,
      ClockCheck clocks,
      SchedulerMetrics metrics,
      Audit audit) {
    this.storage = storage;
    this.retention = retention;
    this.clock = clock;
    this.clocks = clocks;
    this.metrics = metrics;
    this.audit = audit;
  }

  /**
   * Deletes up to 500 events and forgets up to 500 deleted events. Logs the numbers. Does nothing
   * for ten seconds after a step that found fewer than 500 of both.
   *
   * @throws calendar.time.ClockDifferenceException if the clocks differ; then nothing is deleted
   */
  void step() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    audit.requireWritable();
    Instant retained = clocks.now().minus(retention);
    int purged = storage.purge(retained, CHUNK);
    metrics.purged(purged);
    audit(purged, "PurgeEvents", retained);
    log(purged, "Purged {0,number,#} events that ended before {1}", retained);
    int forgotten = storage.purgeDeleted(retained, CHUNK);
    audit(forgotten, "ForgetDeletedEvents", retained);
    log(forgotten, "Forgot {0,number,#} imported events that were deleted before {1}", retained);
    next = purged < CHUNK && forgotten < CHUNK ? now.plus(REST) : now;
  }

  private void audit(int count, String method, Instant retained) {
    if (count > 0) {
      audit.write(
          AuditEntry.ofScheduler(
              clock.instant(),
              method,
              Map.of("count", Integer.toString(count), "before", retained.toString())));
    }
  }

  private static void log(int count, String text, Instant retained) {
    if (count > 0) {
      LOG.log(Level.INFO, text, new Object[] {count, retained});
    }
  }
}
