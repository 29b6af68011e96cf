package calendar.reminder.amqp;

import calendar.reminder.ReminderMessage;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks into the queue on a broker, and makes it one that refuses messages. */
public final class QueueProbe {
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
