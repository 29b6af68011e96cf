package calendar.reminder.amqp;

import calendar.reminder.amqp.connection.Broker;
import calendar.reminder.amqp.connection.Topology;
import calendar.reminder.messaging.ReminderMessage;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** Reads, fills and deletes the queues on a broker. */
public final class QueueProbe {
  private static final int LIMIT_MILLIS = 30_000;

  private final Broker broker;

  public QueueProbe(Broker broker) {
    this.broker = broker;
  }

  /** Removes all messages and returns the ids of their reminders, in the order of the queue. */
  public List<UUID> takeAll() throws IOException {
    List<UUID> reminders = new ArrayList<>();
    onBroker(
        channel -> {
          GetResponse message = channel.basicGet(Topology.QUEUE, true);
          while (message != null) {
            reminders.add(ReminderMessage.parse(message.getBody()).reminderId());
            message = channel.basicGet(Topology.QUEUE, true);
          }
        });
    return reminders;
  }

  /** Removes and returns the oldest message of a queue, or null if it is empty. */
  GetResponse take(String name) throws IOException {
    GetResponse[] message = {null};
    onBroker(channel -> message[0] = channel.basicGet(name, true));
    return message[0];
  }

  /** The number of messages in a queue. */
  long waiting(String name) throws IOException {
    long[] count = {0};
    onBroker(channel -> count[0] = channel.messageCount(name));
    return count[0];
  }

  /** Sends a message and waits for the confirm. */
  void send(byte[] body) throws IOException {
    send(Publication.persistent().build(), body);
  }

  /** Sends a message with the given properties and waits for the confirm. */
  void send(BasicProperties properties, byte[] body) throws IOException {
    onBroker(
        channel -> {
          channel.confirmSelect();
          channel.basicPublish(Topology.EXCHANGE, Topology.ROUTING_KEY, properties, body);
          try {
            channel.waitForConfirmsOrDie(LIMIT_MILLIS);
          } catch (InterruptedException | TimeoutException none) {
            throw new IOException("no confirm came", none);
          }
        });
  }

  /** The broker's largest frame, in bytes. */
  int largestFrame() throws IOException {
    int[] bytes = {0};
    onBroker(channel -> bytes[0] = channel.getConnection().getFrameMax());
    return bytes[0];
  }

  /** Empties both queues. */
  void purge() throws IOException {
    onBroker(
        channel -> {
          channel.queuePurge(Topology.QUEUE);
          channel.queuePurge(Topology.DEAD_LETTERS);
        });
  }

  /** Deletes the queue with its messages. The next connection declares it again. */
  public void remove() throws IOException {
    onBroker(channel -> channel.queueDelete(Topology.QUEUE));
  }

  /**
   * Replaces the queue by one that rejects messages when it is full. No program can connect until
   * it is closed, because its declaration does not match this queue.
   */
  public FullQueue leaveRoomFor(int messages) throws IOException {
    Connection connection = broker.connect();
    Channel channel = connection.createChannel();
    channel.queueDelete(Topology.QUEUE);
    channel.queueDeclare(
        Topology.QUEUE,
        true,
        false,
        false,
        Map.of("x-max-length", messages, "x-overflow", "reject-publish"));
    channel.queueBind(Topology.QUEUE, Topology.EXCHANGE, Topology.ROUTING_KEY);
    return new FullQueue(connection, channel);
  }

  /** A queue with a length limit. {@link #close} deletes it. */
  public record FullQueue(Connection connection, Channel channel) implements AutoCloseable {
    /** The number of messages in it. */
    public long size() throws IOException {
      return channel.messageCount(Topology.QUEUE);
    }

    @Override
    public void close() throws IOException {
      channel.queueDelete(Topology.QUEUE);
      Broker.close(connection);
    }
  }

  private interface Work {
    void on(Channel channel) throws IOException;
  }

  private void onBroker(Work work) throws IOException {
    Connection connection = broker.connect();
    try {
      work.on(connection.createChannel());
    } finally {
      Broker.close(connection);
    }
  }
}
