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
   * Takes what has arrived, oldest first. Waits for the first, not for more.
   *
   * @return empty if none came in that time
   */
  List<Arrival> take(int limit, Duration patience) throws InterruptedException {
    List<Arrival> batch = new ArrayList<>();
    Arrival first = arrived.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      arrived.drainTo(batch, limit - 1);
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
