package calendar.scheduler.series;

import calendar.audit.Audit;
import calendar.audit.AuditEntry;
import calendar.audit.Outcome;
import calendar.error.Conflict;
import calendar.error.SeriesNotFoundException;
import calendar.series.SeriesCalendar;
import calendar.series.model.SeriesKey;
import calendar.series.model.SeriesSettings;
import calendar.series.storage.PurgedSeries;
import calendar.series.storage.SeriesResult;
import calendar.series.storage.SeriesStorage;
import calendar.time.ClockCheck;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Books series without an end up to the horizon, one transaction per series, and skips occurrences
 * whose time is taken. Then removes skips and finished series that are older than retention. Any
 * number of schedulers may run at the same time, and each may die at any moment: what is booked up
 * to the horizon is left alone. Uses the database's clock, and does nothing while that clock and
 * the host's clock differ. Not thread safe.
 */
final class SeriesExtender {
  private static final Logger LOG = Logger.getLogger(SeriesExtender.class.getName());
  private static final int CHUNK = 1_000;

  private final SeriesCalendar calendar;
  private final SeriesStorage storage;
  private final SeriesSettings settings;
  private final ClockCheck clocks;
  private final SeriesMetrics metrics;
  private final Audit audit;
  private final Clock clock;

  SeriesExtender(
      SeriesCalendar calendar,
      SeriesStorage storage,
      SeriesSettings settings,
      ClockCheck clocks,
      SeriesMetrics metrics,
      Audit audit,
      Clock clock) {
    this.calendar = calendar;
    this.storage = storage;
    this.settings = settings;
    this.clocks = clocks;
    this.metrics = metrics;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Does the work of a day. Ends early if the thread is interrupted.
   *
   * @throws calendar.time.ClockDifferenceException if the clocks differ; then nothing is written
   */
  void run() {
    audit.requireWritable();
    extend();
    purge();
  }

  private void extend() {
    int series = 0;
    int booked = 0;
    int skipped = 0;
    SeriesKey last = null;
    Instant horizon = clocks.now().plus(settings.horizon());
    List<SeriesKey> keys;
    do {
      keys = storage.bookedBefore(horizon, CHUNK);
      if (keys.isEmpty() || keys.get(0).equals(last)) {
        break;
      }
      last = keys.get(0);
      for (SeriesKey key : keys) {
        Extension extension = extend(key);
        series++;
        booked += extension.booked();
        skipped += extension.skipped();
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
      }
    } while (keys.size() == CHUNK);
    if (series > 0) {
      LOG.log(
          Level.INFO,
          "Booked {0,number,#} series further, up to {1}: {2,number,#} occurrences, and"
              + " {3,number,#} skipped because the time was taken",
          new Object[] {series, horizon, booked, skipped});
    }
  }

  private void write(PurgedSeries purged, Instant retained) {
    if (purged.series() + purged.skipped() > 0) {
      audit.write(
          AuditEntry.ofScheduler(
              clock.instant(),
              "PurgeSeries",
              Map.of(
                  "count", Integer.toString(purged.series()),
                  "skipped", Integer.toString(purged.skipped()),
                  "before", retained.toString())));
    }
  }

  private record Extension(int booked, int skipped) {}

  private Extension extend(SeriesKey key) {
    try {
      SeriesResult result = calendar.extend(key, clocks.now());
      Extension extension = new Extension(result.added(), result.conflicts().size());
      write(key, extension);
      metrics.booked(extension.booked());
      metrics.skipped(extension.skipped());
      if (!result.conflicts().isEmpty()) {
        Conflict first = result.conflicts().get(0);
        LOG.log(
            Level.WARNING,
            "Series {0} of owner {1}: skipped {2,number,#} of its next occurrences, because the time"
                + " was taken; the first from {3} to {4}, by event {5}",
            new Object[] {
              key.id(),
              key.ownerId(),
              extension.skipped(),
              first.start(),
              first.end(),
              first.eventId()
            });
      }
      return extension;
    } catch (SeriesNotFoundException deleted) {
      return new Extension(0, 0);
    }
  }

  private void write(SeriesKey key, Extension extension) {
    audit.write(
        new AuditEntry(
            clock.instant(),
            AuditEntry.SCHEDULER,
            "ExtendSeries",
            key.ownerId(),
            key.id().toString(),
            Outcome.OK,
            Map.of(
                "booked", Integer.toString(extension.booked()),
                "skipped", Integer.toString(extension.skipped()))));
  }

  private void purge() {
    Instant retained = clocks.now().minus(settings.retention());
    int series = 0;
    int skips = 0;
    PurgedSeries purged;
    do {
      purged = storage.purge(retained, CHUNK);
      series += purged.series();
      skips += purged.skipped();
      write(purged, retained);
    } while (purged.series() == CHUNK || purged.skipped() == CHUNK);
    if (series + skips > 0) {
      LOG.log(
          Level.INFO,
          "Purged {0,number,#} series that ended before {1}, and {2,number,#} notes of skipped"
              + " occurrences",
          new Object[] {series, retained, skips});
    }
  }
}
