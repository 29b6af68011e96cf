package calendar.api.health;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import calendar.api.Configured;
import calendar.event.EventStorage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Checks the storage twice a second, and reports when it becomes available or unavailable. A check
 * that gets no answer counts as failed once no call has had an answer for 1.2 s either. So a frozen
 * storage is noticed within two seconds.
 */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
public class StorageMonitor {
  private static final Logger LOG = Logger.getLogger(StorageMonitor.class.getName());
  private static final long CHECK_MILLIS = 500;
  private static final long SILENCE_CHECK_MILLIS = 250;
  private static final Duration LONGEST_SILENCE = Duration.ofMillis(1_200);

  private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
  private final List<Future<?>> rounds = new ArrayList<>();
  private final StorageHealth health = new StorageHealth();
  private boolean reported;
  private volatile boolean checking;

  @Inject @Configured private EventStorage storage;
  @Resource private ManagedScheduledExecutorService scheduler;

  /** For the container. */
  public StorageMonitor() {}

  StorageMonitor(EventStorage storage) {
    this.storage = storage;
  }

  @PostConstruct
  void start() {
    // At once, so that the state is known before the first call.
    check();
    rounds.add(
        scheduler.scheduleWithFixedDelay(this::check, CHECK_MILLIS, CHECK_MILLIS, MILLISECONDS));
    rounds.add(
        scheduler.scheduleWithFixedDelay(
            this::checkSilence, SILENCE_CHECK_MILLIS, SILENCE_CHECK_MILLIS, MILLISECONDS));
  }

  @PreDestroy
  void stop() {
    rounds.forEach(round -> round.cancel(true));
  }

  /** The present state, for callers that read it often. */
  public StorageHealth health() {
    return health;
  }

  /** Returns true if the storage is available, see {@link StorageHealth#isAvailable}. */
  public boolean isAvailable() {
    return health.isAvailable();
  }

  /** Calls the listener with the present state now, and with each new state later. */
  public synchronized void addListener(Consumer<Boolean> listener) {
    listeners.add(listener);
    listener.accept(isAvailable());
  }

  /** Asks the storage for an answer. It blocks. */
  void check() {
    health.recordAnswer();
    checking = true;
    try {
      storage.ping();
      health.recordAnswer();
      set(true, "");
    } catch (RuntimeException | Error failure) {
      set(false, failure.getMessage());
    } finally {
      checking = false;
    }
  }

  private void checkSilence() {
    if (isAvailable() && checking && health.silenceNanos() > LONGEST_SILENCE.toNanos()) {
      set(false, "no answer for %d ms".formatted(LONGEST_SILENCE.toMillis()));
    }
  }

  private synchronized void set(boolean available, String reason) {
    if (reported && isAvailable() == available) {
      return;
    }
    reported = true;
    health.setAvailable(available);
    if (available) {
      LOG.info("The storage is available: calls are served");
    } else {
      LOG.log(
          Level.WARNING,
          "The storage is unavailable: {0}. Calls get UNAVAILABLE until it answers",
          reason);
    }
    listeners.forEach(listener -> inform(listener, available));
  }

  /** Catches everything: an exception would end the scheduled checks. */
  private static void inform(Consumer<Boolean> listener, boolean available) {
    try {
      listener.accept(available);
    } catch (RuntimeException | Error bug) {
      LOG.log(Level.SEVERE, "Could not report a change of the storage's state", bug);
    }
  }
}
