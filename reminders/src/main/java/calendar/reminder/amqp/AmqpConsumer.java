package calendar.reminder.amqp;

import calendar.health.Outage;
import calendar.reminder.amqp.connection.Broker;
import calendar.reminder.amqp.connection.Topology;
import calendar.reminder.messaging.MessageHandler;
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
 * Receives messages from the queue in batches and acknowledges a message after the handler has
 * dealt with it. Retries while the broker is unavailable or the handler throws. It keeps the
 * messages of the batch meanwhile; if the consumer dies, the broker gives them to another consumer.
 *
 * <p>Runs on one thread until another thread stops it.
 */
public final class AmqpConsumer implements Runnable {
  private static final Logger LOG = Logger.getLogger(AmqpConsumer.class.getName());
  private static final Duration POLL_TIMEOUT = Duration.ofMillis(100);

  /** After this many empty polls the backlog of an outage has arrived, so the outage is over. */
  private static final int EMPTY_POLLS = 10;

  private static final boolean MANUAL = false;

  private final Broker broker;
  private final int prefetch;
  private final MessageHandler handler;
  private final DeadLetters deadLetters;
  private final Outage outage = new Outage(LOG);
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean attached;

  /**
   * @param prefetch the largest number of unacknowledged messages
   */
  public AmqpConsumer(Broker broker, int prefetch, MessageHandler handler) {
    this.broker = broker;
    this.prefetch = prefetch;
    this.handler = handler;
    this.deadLetters = new DeadLetters(broker);
  }

  /** Returns true if the broker delivers messages to this consumer now. */
  public boolean attached() {
    return attached;
  }

  /** Ends {@link #run} after the current batch. */
  public void stop() {
    stop.countDown();
  }

  @Override
  public void run() {
    try {
      while (!stopped()) {
        try {
          attach();
        } catch (RuntimeException | Error failure) {
          pause(outage.failed(failure));
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
    int emptyPolls = 0;
    while (!stopped()) {
      if (!arrivals.open()) {
        throw new IOException("the connection broke, or the queue was deleted");
      }
      List<Arrival> batch = arrivals.poll(prefetch, POLL_TIMEOUT);
      if (batch.isEmpty()) {
        emptyPolls++;
        if (emptyPolls == EMPTY_POLLS) {
          outage.over();
        }
      } else {
        emptyPolls = 0;
        new Batch(channel, batch).finish(handler, deadLetters, this::retryUntilDone);
      }
    }
    channel.basicCancel(arrivals.getConsumerTag());
  }

  /**
   * Runs a step until it succeeds.
   *
   * @return false if the consumer was stopped or the channel closed first
   */
  private boolean retryUntilDone(Channel channel, Runnable step) throws InterruptedException {
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
