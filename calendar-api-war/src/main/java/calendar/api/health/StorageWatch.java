package calendar.api.health;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import calendar.event.Configured;
import calendar.event.EventStorage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks the storage twice a second whether it answers, and tells when that changes. */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
public class StorageWatch {
  private static final Logger LOG = Logger.getLogger(StorageWatch.class.getName());
  private static final long PERIOD_MILLIS = 500;

  private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean answers;
  private volatile boolean asked;
  private Future<?> asking;

  @Inject @Configured private EventStorage storage;
  @Resource private ManagedScheduledExecutorService scheduler;

  @PostConstruct
  void start() {
    // Once right here, so that the first calls find an answer.
    ask();
    asking =
        scheduler.scheduleWithFixedDelay(this::ask, PERIOD_MILLIS, PERIOD_MILLIS, MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    asking.cancel(true);
  }

  /** Whether the storage answered when it was last asked. */
  public boolean answers() {
    return answers;
  }

  /** Tells the listener now and whenever it changes whether the storage answers. */
  public synchronized void whenChanged(Consumer<Boolean> listener) {
    listeners.add(listener);
    listener.accept(answers);
  }

  private void ask() {
    try {
      storage.ping();
      set(true, "");
    } catch (RuntimeException failure) {
      set(false, failure.getMessage());
    }
  }

  private synchronized void set(boolean nowAnswers, String why) {
    if (asked && answers == nowAnswers) {
      return;
    }
    asked = true;
    answers = nowAnswers;
    if (nowAnswers) {
      LOG.info("the storage answers: calls are served");
    } else {
      LOG.log(Level.WARNING, "{0}: calls are refused with UNAVAILABLE until it answers", why);
    }
    listeners.forEach(listener -> listener.accept(nowAnswers));
  }
}
