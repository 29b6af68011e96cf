package calendar.sender;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;

import calendar.reminder.ReminderStorage;
import calendar.reminder.amqp.AmqpConsumer;
import calendar.reminder.amqp.Broker;
import calendar.time.ClockDifferenceException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs the consumers from the start of the application to its end. */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
public class SenderService {
  private static final Logger LOG = Logger.getLogger(SenderService.class.getName());

  /** One has its batch in the database while the other gets its own. */
  private static final int CONSUMERS = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(9);

  @Inject private Broker broker;
  @Inject private Sender sender;
  @Inject private ReminderStorage storage;
  @Resource private ManagedThreadFactory threads;

  @Inject
  @ConfigProperty(name = "calendar.sender.prefetch")
  private int prefetch;

  private List<AmqpConsumer> consumers;
  private List<Thread> running;

  @PostConstruct
  void start() {
    consumers =
        IntStream.range(0, CONSUMERS)
            .mapToObj(i -> new AmqpConsumer(broker, prefetch, sender))
            .toList();
    running = consumers.stream().map(threads::newThread).toList();
    running.forEach(Thread::start);
    LOG.info("the sender waits for reminders");
    threads.newThread(this::tellIfStorageIsGone).start();
  }

  /** It is needed with the first reminder only, but the operator looks now. */
  private void tellIfStorageIsGone() {
    try {
      storage.ping();
      sender.compareClocks();
    } catch (ClockDifferenceException logged) {
      LOG.log(Level.FINE, "the clocks differ", logged);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "{0}: needed once there are reminders", failure.getMessage());
    }
  }

  /** Whether reminders reach this sender now if there are any. */
  public boolean attached() {
    return consumers.stream().allMatch(AmqpConsumer::attached);
  }

  /** Lets every consumer finish what it has in hand. */
  @PreDestroy
  void stop() {
    consumers.forEach(AmqpConsumer::stop);
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (Thread thread : running) {
        thread.join(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    if (running.stream().anyMatch(Thread::isAlive)) {
      LOG.warning("the sender stops before what it has in hand is done: that comes again");
    } else {
      LOG.info("the sender has stopped");
    }
  }
}
