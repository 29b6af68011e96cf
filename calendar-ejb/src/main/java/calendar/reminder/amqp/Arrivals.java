package calendar.reminder.amqp;

import calendar.reminder.QueuedMessage;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Collects what the broker sends, never more than the channel's prefetch. */
final class Arrivals extends DefaultConsumer {
  /** A transaction for each of those that come one by one costs as much as one for all of them. */
  private static final Duration WAIT_FOR_MORE = Duration.ofMillis(20);

  private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();
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
    List<Arrival> batch = new ArrayList<>();
    Arrival next = arrived.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    long end = System.nanoTime() + WAIT_FOR_MORE.toNanos();
    while (next != null) {
      batch.add(next);
      arrived.drainTo(batch, limit - batch.size());
      next =
          batch.size() < limit ? arrived.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
    }
    return batch;
  }

  @Override
  public void handleDelivery(
      String consumerTag, Envelope envelope, BasicProperties properties, byte[] body) {
    arrived.add(new Arrival(envelope.getDeliveryTag(), properties, new QueuedMessage(body)));
  }

  /** The broker took the queue away; a new connection declares it again. */
  @Override
  public void handleCancel(String consumerTag) {
    cancelled = true;
  }
}
