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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks the storage twice a second whether it answers, and tells when that changes. A storage that
 * gives no sign of life for a while (not to the question, nor to any call) does not answer either,
 * so that one that is frozen is noticed within two seconds.
 */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
public class StorageMonitor {
  private static final Logger LOG = Logger.getLogger(StorageMonitor.class.getName());
  private static final long ASK_MILLIS = 500;
  private static final long LISTEN_MILLIS = 250;
  private static final Duration SILENCE = Duration.ofMillis(1_200);

  private final List<Consumer<Boolean>> listeners = new CopyOnWriteArrayList<>();
  private final List<Future<?>> rounds = new ArrayList<>();
  private final StorageHealth signs = new StorageHealth();
  private volatile boolean told;
  private volatile boolean asking;

  @Inject @Configured private EventStorage storage;
  @Resource private ManagedScheduledExecutorService scheduler;

  /** For the container. */
  public StorageMonitor() {}

  StorageMonitor(EventStorage storage) {
    this.storage = storage;
  }

  @PostConstruct
  void start() {
    // Once right here, so that the first calls find an answer.
    ask();
    rounds.add(scheduler.scheduleWithFixedDelay(this::ask, ASK_MILLIS, ASK_MILLIS, MILLISECONDS));
    rounds.add(
        scheduler.scheduleWithFixedDelay(this::listen, LISTEN_MILLIS, LISTEN_MILLIS, MILLISECONDS));
  }

  @PreDestroy
  void stop() {
    rounds.forEach(round -> round.cancel(true));
  }

  /** What it has seen, for those who look often. */
  public StorageHealth signs() {
    return signs;
  }

  /** Whether the storage answered when it was last asked, and has not gone silent since. */
  public boolean answers() {
    return signs.answers();
  }

  /** Tells the listener now and whenever it changes whether the storage answers. */
  public synchronized void whenChanged(Consumer<Boolean> listener) {
    listeners.add(listener);
    listener.accept(answers());
  }

  void ask() {
    signs.sawAnswer();
    asking = true;
    try {
      storage.ping();
      signs.sawAnswer();
      set(true, "");
    } catch (RuntimeException | Error failure) {
      set(false, failure.getMessage());
    } finally {
      asking = false;
    }
  }

  private void listen() {
    if (answers() && asking && signs.silenceNanos() > SILENCE.toNanos()) {
      set(false, "the storage is silent");
    }
  }

  private synchronized void set(boolean nowAnswers, String why) {
    if (told && answers() == nowAnswers) {
      return;
    }
    told = true;
    signs.answers(nowAnswers);
    if (nowAnswers) {
      LOG.info("the storage answers: calls are served");
    } else {
      LOG.log(Level.WARNING, "{0}: calls are refused with UNAVAILABLE until it answers", why);
    }
    listeners.forEach(listener -> tell(listener, nowAnswers));
  }

  /** What a listener throws must not end the rounds: nobody would ask the storage any more. */
  private static void tell(Consumer<Boolean> listener, boolean answers) {
    try {
      listener.accept(answers);
    } catch (RuntimeException | Error bug) {
      LOG.log(Level.SEVERE, "somebody could not be told whether the storage answers", bug);
    }
  }
}
