package calendar.scheduler;

import calendar.reminder.Outage;
import calendar.reminder.ReminderQueue;
import calendar.reminder.ReminderStorage;
import calendar.time.ClockCheck;
import java.time.Clock;
import java.util.logging.Logger;

/**
 * Publishes what is due. Any number of schedulers may do so at the same time, and each may die at
 * any moment: what it had claimed is claimed by another when the lease runs out. Decides by the
 * database's clock, and does nothing while that and its own differ ({@link ClockCheck}).
 *
 * <p>Ticks are for one thread at a time; {@link #stop} is for any.
 */
final class Scheduler {
  private static final Logger LOG = Logger.getLogger(Scheduler.class.getName());

  private final ReminderStorage storage;
  private final ReminderQueue queue;
  private final ClockCheck clocks;
  private final SchedulerMetrics metrics;
  private final Publisher publisher;
  private final Purge purge;
  private final Outage outage = new Outage(LOG);
  private long pausedUntilNanos = System.nanoTime();

  Scheduler(
      ReminderStorage storage,
      ReminderQueue queue,
      SchedulerSettings settings,
      Clock clock,
      SchedulerMetrics metrics) {
    this.storage = storage;
    this.queue = queue;
    this.clocks = new ClockCheck(storage::now, clock, metrics::clockDifference);
    this.metrics = metrics;
    this.publisher = new Publisher(storage, queue, settings, clock, clocks, metrics);
    this.purge = new Purge(storage, settings.retention(), clock, clocks, metrics);
  }

  /**
   * Publishes all that is due, and deletes some of what is long over, then and every few seconds
   * meanwhile. Does nothing while it pauses in an outage of the storage or the queue, or since the
   * clocks differ. Throws nothing.
   */
  void tick() {
    if (System.nanoTime() - pausedUntilNanos < 0) {
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
      pausedUntilNanos = System.nanoTime() + outage.failed(failure).toNanos();
    }
  }

  /** So that nobody waits for the end of a large backlog with it, or is told of an old outage. */
  private void doOtherWork() {
    metrics.due(storage.countDue(clocks.now()));
    outage.over();
    purge.step();
  }

  /** Ends a tick that is under way after its claim; further ticks publish nothing. */
  void stop() {
    publisher.stop();
  }
}
