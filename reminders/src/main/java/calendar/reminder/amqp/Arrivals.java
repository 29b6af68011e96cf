package calendar.reminder.amqp;

import calendar.reminder.QueuedMessage;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Collects what the broker sends, never more than the channel's prefetch. One thread may take while
 * another brings.
 */
final class Arrivals extends DefaultConsumer {
  /** A transaction for each of those that come one by one costs as much as one for all of them. */
  private static final Duration WAIT_FOR_MORE = Duration.ofMillis(20);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition enough = lock.newCondition();
  private final Queue<Arrival> arrived = new ArrayDeque<>();

  /** How many the taker waits for; those before wake nobody. */
  private int wanted;

  private volatile boolean cancelled;

  Arrivals(Channel channel) {
    super(channel);
  }

  /** Whether more may come. */
  boolean open() {
    return getChannel().isOpen() && !cancelled;
  }

  /**
   * Takes what arrives, oldest first. Waits for the first, and then for a few milliseconds more
   * unless there are enough.
   *
   * @return empty if none came in that time
   */
  List<Arrival> take(int limit, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      if (await(1, patience)) {
        await(limit, WAIT_FOR_MORE);
      }
      List<Arrival> batch = new ArrayList<>(limit);
      while (batch.size() < limit && !arrived.isEmpty()) {
        batch.add(arrived.remove());
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private boolean await(int number, Duration patience) throws InterruptedException {
    wanted = number;
    long nanos = patience.toNanos();
    while (arrived.size() < number && nanos > 0) {
      nanos = enough.awaitNanos(nanos);
    }
    return arrived.size() >= number;
  }

  @Override
  public void handleDelivery(
      String consumerTag, Envelope envelope, BasicProperties properties, byte[] body) {
    Arrival arrival = new Arrival(envelope.getDeliveryTag(), properties, new QueuedMessage(body));
    lock.lock();
    try {
      arrived.add(arrival);
      if (arrived.size() >= wanted) {
        enough.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The broker took the queue away; a new connection declares it again. */
  @Override
  public void handleCancel(String consumerTag) {
    cancelled = true;
  }
}
