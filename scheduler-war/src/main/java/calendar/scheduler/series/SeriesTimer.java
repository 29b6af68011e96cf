package calendar.scheduler.series;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;
import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import calendar.error.StorageUnavailableException;
import calendar.time.ClockDifferenceException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs {@link SeriesExtender} once a day, and soon after the start: the day before may have been
 * missed, and the horizon may have been changed. After a failure it runs again in ten minutes. Runs
 * without a transaction, because the storage begins one per series.
 */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class SeriesTimer {
  private static final Logger LOG = Logger.getLogger(SeriesTimer.class.getName());
  private static final Duration AFTER_START = Duration.ofSeconds(5);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

  @Inject private SeriesExtender extender;
  @Resource private TimerService timers;

  private final ReentrantLock running = new ReentrantLock();

  @PostConstruct
  void start() {
    runIn(AFTER_START);
  }

  /** Every day at 3:17 by the host's clock. */
  @Schedule(hour = "3", minute = "17", persistent = false)
  void daily() {
    run();
  }

  @Timeout
  void soon() {
    run();
  }

  private void run() {
    if (!running.tryLock()) {
      return;
    }
    try {
      extender.run();
    } catch (StorageUnavailableException | ClockDifferenceException failure) {
      LOG.log(
          Level.WARNING,
          "Series were not booked further: {0}; trying again in {1} minutes",
          new Object[] {failure.getMessage(), AFTER_FAILURE.toMinutes()});
      runIn(AFTER_FAILURE);
    } finally {
      running.unlock();
    }
  }

  private void runIn(Duration delay) {
    boolean persistent = false;
    timers.createSingleActionTimer(delay.toMillis(), new TimerConfig("series", persistent));
  }
}
