package calendar.scheduler;

import calendar.audit.Audit;
import calendar.health.Outage;
import calendar.reminder.ReminderStorage;
import calendar.reminder.messaging.ReminderQueue;
import calendar.time.ClockCheck;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.logging.Logger;

/**
 * Publishes due reminders and purges old events. Any number of schedulers may run at the same time,
 * and each may die at any moment: another scheduler claims its reminders when the lease runs out.
 * Uses the database's clock, and does nothing while that clock and the host's clock differ ({@link
 * ClockCheck}).
 *
 * <p>{@link #tick} is for one thread at a time, {@link #stop} for any thread.
 */
final class Scheduler {
  private static final Logger LOG = Logger.getLogger(Scheduler.class.getName());

  private final ReminderStorage storage;
  private final ReminderQueue queue;
  private final ClockCheck clocks;
  private final SchedulerMetrics metrics;
  private final Publisher publisher;
  private final Purge purge;
  private final LongSupplier nanoTime;
  private final Outage outage = new Outage(LOG);
  private long pausedUntilNanos;

  Scheduler(
      ReminderStorage storage,
      ReminderQueue queue,
      SchedulerSettings settings,
      Clock clock,
      SchedulerMetrics metrics,
      Audit audit) {
    this(storage, queue, settings, clock, metrics, audit, System::nanoTime);
  }

  Scheduler(
      ReminderStorage storage,
      ReminderQueue queue,
      SchedulerSettings settings,
      Clock clock,
      SchedulerMetrics metrics,
      Audit audit,
      LongSupplier nanoTime) {
    this.storage = storage;
    this.queue = queue;
    this.clocks = new ClockCheck(storage::now, clock, metrics::clockDifference);
    this.metrics = metrics;
    this.publisher = new Publisher(storage, queue, settings, clock, clocks, metrics);
    this.purge = new Purge(storage, settings.retention(), clock, clocks, metrics, audit);
    this.nanoTime = nanoTime;
    this.pausedUntilNanos = nanoTime.getAsLong();
  }

  /**
   * Publishes everything that is due and purges one chunk of old events; purges further chunks if
   * publishing takes long. Does nothing during a pause. A failure starts a pause of 250 ms, which
   * doubles up to 4 s with each further failure. Throws nothing.
   */
  void tick() {
    if (nanoTime.getAsLong() - pausedUntilNanos < 0) {
      return;
    }
    try {
      metrics.due(storage.countDue(clocks.now()));
      queue.ping();
      if (publisher.publishDue(this::doOtherWork)) {
        metrics.due(storage.countDue(clocks.now()));
      }
      purge.step();
      outage.over();
    } catch (RuntimeException | Error failure) {
      pausedUntilNanos = nanoTime.getAsLong() + outage.failed(failure).toNanos();
    }
  }

  /** Keeps the metrics, the log and the purge up to date during a large backlog. */
  private void doOtherWork() {
    metrics.due(storage.countDue(clocks.now()));
    outage.over();
    purge.step();
  }

  /** Ends a tick that is running, after the batches in flight; later ticks publish nothing. */
  void stop() {
    publisher.stop();
  }
}
