package calendar.scheduler;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;
import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import calendar.reminder.amqp.AmqpReminderQueue;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Calls {@link Scheduler#tick} once per configured period, starting at once. Skips ticks while one
 * is running. Runs without a transaction, because the storage begins one per batch.
 */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class SchedulerTimer {
  private static final Logger LOG = Logger.getLogger(SchedulerTimer.class.getName());
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(9);

  @Inject private Scheduler scheduler;
  @Inject private AmqpReminderQueue queue;
  @Resource private TimerService timers;

  @Inject
  @ConfigProperty(name = "calendar.scheduler.period")
  private Duration period;

  private final ReentrantLock ticking = new ReentrantLock();

  @PostConstruct
  void start() {
    boolean persistent = false;
    timers.createIntervalTimer(0, period.toMillis(), new TimerConfig(null, persistent));
    LOG.info(() -> "The scheduler ticks every " + period.toMillis() + " ms");
  }

  @Timeout
  void tick() {
    if (ticking.tryLock()) {
      try {
        scheduler.tick();
      } finally {
        ticking.unlock();
      }
    }
  }

  /** Stops the scheduler and waits up to nine seconds for the running tick. */
  @PreDestroy
  void stop() {
    scheduler.stop();
    boolean finished = awaitEndOfTick();
    queue.close();
    if (finished) {
      LOG.info("The scheduler has stopped");
    } else {
      LOG.warning(
          "The scheduler stopped during a tick; its claimed reminders are due again after their"
              + " lease");
    }
  }

  private boolean awaitEndOfTick() {
    try {
      boolean finished = ticking.tryLock(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      if (finished) {
        ticking.unlock();
      }
      return finished;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
