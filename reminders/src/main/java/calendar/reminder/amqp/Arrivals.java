package calendar.reminder.amqp;

import calendar.reminder.messaging.QueuedMessage;
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
 * Collects the messages that the broker delivers, up to the channel's prefetch. One thread may poll
 * while another delivers.
 */
final class Arrivals extends DefaultConsumer {
  /** Collects messages that arrive one by one: a transaction costs the same for one or many. */
  private static final Duration WAIT_FOR_MORE = Duration.ofMillis(20);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition enough = lock.newCondition();
  private final Queue<Arrival> arrived = new ArrayDeque<>();

  /** The poller waits for this many messages; fewer do not wake it. */
  private int wanted;

  private volatile boolean cancelled;

  Arrivals(Channel channel) {
    super(channel);
  }

  /** Returns true if more messages may arrive. */
  boolean open() {
    return getChannel().isOpen() && !cancelled;
  }

  /**
   * Removes and returns up to {@code limit} messages, oldest first. Waits for the first message,
   * and then up to 20 ms for more unless the limit is reached.
   *
   * @return an empty list if no message arrived within {@code patience}
   */
  List<Arrival> poll(int limit, Duration patience) throws InterruptedException {
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

  /** The broker deleted the queue; a new connection declares it again. */
  @Override
  public void handleCancel(String consumerTag) {
    cancelled = true;
  }
}
