package calendar.reminder.amqp;

import calendar.reminder.ReminderMessage;
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

/** Looks into the queues on a broker, and does to them what others may. */
public final class QueueProbe {
  private static final int LIMIT_MILLIS = 30_000;

  private final Broker broker;

  public QueueProbe(Broker broker) {
    this.broker = broker;
  }

  /** Takes out all that wait, and tells the ids of their reminders in the order of the queue. */
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

  /** Takes out the message of a queue that has waited longest; null if there is none. */
  GetResponse take(String name) throws IOException {
    GetResponse[] message = {null};
    onBroker(channel -> message[0] = channel.basicGet(name, true));
    return message[0];
  }

  /** How many messages wait in a queue. */
  long waiting(String name) throws IOException {
    long[] count = {0};
    onBroker(channel -> count[0] = channel.messageCount(name));
    return count[0];
  }

  /** Sends a message, and waits until the queue has it. */
  void send(byte[] body) throws IOException {
    send(Publication.persistent().build(), body);
  }

  /** Sends a message with properties of its own, and waits until the queue has it. */
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

  /** The most bytes of a frame, as the broker wants it. */
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

  /** Removes the queue, with all in it. Whoever connects next declares it again. */
  public void remove() throws IOException {
    onBroker(channel -> channel.queueDelete(Topology.QUEUE));
  }

  /**
   * Puts a queue into the place of the usual one that refuses what it has no room for. Nobody can
   * connect while it is there, as it is not what is declared, until it is closed.
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

  /** The queue that refuses; it is removed when this is closed. */
  public record FullQueue(Connection connection, Channel channel) implements AutoCloseable {
    /** How many messages it holds. */
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
