package calendar.reminder.amqp;

import calendar.reminder.MessageHandler;
import calendar.reminder.Outage;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Takes messages from the queue, as many as have arrived at a time, and acknowledges each once the
 * handler is done with it for good. Waits for the broker, and for the handler while that throws:
 * the messages in hand are held meanwhile, and the broker gives them to another consumer if this
 * one dies.
 *
 * <p>Runs on one thread until it is stopped from another.
 */
public final class AmqpConsumer implements Runnable {
  private static final Logger LOG = Logger.getLogger(AmqpConsumer.class.getName());
  private static final Duration LOOK_UP = Duration.ofMillis(100);

  /** After so many looks that found nothing, what an outage had left in the queue has come. */
  private static final int QUIET = 10;

  private static final boolean MANUAL = false;

  private final Broker broker;
  private final int prefetch;
  private final MessageHandler handler;
  private final DeadLetters deadLetters;
  private final Outage outage = new Outage(LOG);
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean attached;

  /**
   * @param prefetch how many messages to have in hand at most
   */
  public AmqpConsumer(Broker broker, int prefetch, MessageHandler handler) {
    this.broker = broker;
    this.prefetch = prefetch;
    this.handler = handler;
    this.deadLetters = new DeadLetters(broker);
  }

  /** Whether it gets messages now if there are any. */
  public boolean attached() {
    return attached;
  }

  /** Takes no further messages. What is in hand is finished and acknowledged, then it ends. */
  public void stop() {
    stop.countDown();
  }

  @Override
  public void run() {
    try {
      while (!stopped()) {
        try {
          attach();
        } catch (RuntimeException | Error gone) {
          pause(outage.failed(gone));
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void attach() throws InterruptedException {
    Connection connection = broker.connect();
    try {
      Channel channel = connection.createChannel();
      channel.basicQos(prefetch);
      Arrivals arrivals = new Arrivals(channel);
      channel.basicConsume(Topology.QUEUE, MANUAL, arrivals);
      attached = true;
      consume(channel, arrivals);
    } catch (IOException | ShutdownSignalException lost) {
      throw broker.unavailable(lost);
    } finally {
      attached = false;
      Broker.close(connection);
    }
  }

  private void consume(Channel channel, Arrivals arrivals)
      throws IOException, InterruptedException {
    int quiet = 0;
    while (!stopped()) {
      if (!arrivals.open()) {
        throw new IOException("the connection broke, or the queue is gone");
      }
      List<Arrival> batch = arrivals.take(prefetch, LOOK_UP);
      if (batch.isEmpty()) {
        quiet++;
        if (quiet == QUIET) {
          outage.over();
        }
      } else {
        quiet = 0;
        new Batch(channel, batch).finish(handler, deadLetters, this::insist);
      }
    }
    channel.basicCancel(arrivals.getConsumerTag());
  }

  /**
   * Takes a step of the work on a batch until it succeeds.
   *
   * @return whether it did; not if there is no point any more in trying
   */
  private boolean insist(Channel channel, Runnable step) throws InterruptedException {
    while (true) {
      try {
        step.run();
        outage.over();
        return true;
      } catch (RuntimeException failure) {
        pause(outage.failed(failure));
        if (stopped() || !channel.isOpen()) {
          return false;
        }
      }
    }
  }

  private boolean stopped() {
    return stop.getCount() == 0;
  }

  private void pause(Duration length) throws InterruptedException {
    stop.await(length.toMillis(), TimeUnit.MILLISECONDS);
  }
}
