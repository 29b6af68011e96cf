package calendar.sender;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;

import calendar.reminder.ReminderStorage;
import calendar.reminder.amqp.AmqpConsumer;
import calendar.reminder.amqp.connection.Broker;
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

/** Runs the consumers while the application runs. */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
public class SenderService {
  private static final Logger LOG = Logger.getLogger(SenderService.class.getName());

  /** While one consumer waits for the database, the other receives its batch. */
  private static final int CONSUMERS = 2;

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(9);

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
    LOG.info("The sender waits for reminders");
    threads.newThread(this::logProblemsAtStart).start();
  }

  /** The sender needs the storage only with the first reminder, but the operator looks now. */
  private void logProblemsAtStart() {
    try {
      storage.ping();
      sender.compareClocks();
    } catch (ClockDifferenceException logged) {
      LOG.log(Level.FINE, "The clocks differ", logged);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "{0}; the sender needs it to deliver reminders", failure.getMessage());
    }
  }

  /** Returns true if every consumer can receive reminders now. */
  public boolean attached() {
    return consumers.stream().allMatch(AmqpConsumer::attached);
  }

  /** Stops the consumers and waits up to nine seconds in all for their batches. */
  @PreDestroy
  void stop() {
    consumers.forEach(AmqpConsumer::stop);
    long end = System.nanoTime() + STOP_TIMEOUT.toNanos();
    try {
      for (Thread thread : running) {
        thread.join(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (running.stream().anyMatch(Thread::isAlive)) {
      LOG.warning(
          "The sender stopped before it finished its batches; the queue delivers them again");
    } else {
      LOG.info("The sender has stopped");
    }
  }
}
