package calendar.reminder.amqp;

import static java.util.stream.Collectors.toSet;

import calendar.reminder.DueReminder;
import calendar.reminder.amqp.connection.Broker;
import calendar.reminder.amqp.connection.Topology;
import calendar.reminder.messaging.Publishing;
import calendar.reminder.messaging.QueueUnavailableException;
import calendar.reminder.messaging.ReminderMessage;
import calendar.reminder.messaging.ReminderQueue;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The queue on a broker. Opens its connection at the first use, after each loss, and after the
 * broker did not confirm a message. Uses one channel per batch in flight, and reuses channels.
 */
public final class AmqpReminderQueue implements ReminderQueue, AutoCloseable {
  private final Broker broker;
  private final Queue<ConfirmedPublisher> idle = new ConcurrentLinkedQueue<>();
  private Connection connection;
  private boolean retired;
  private boolean closed;

  public AmqpReminderQueue(Broker broker) {
    this.broker = broker;
  }

  @Override
  public Publishing publish(List<DueReminder> reminders) {
    List<Publication> publications = reminders.stream().map(AmqpReminderQueue::message).toList();
    Connection present = connection();
    ConfirmedPublisher publisher = publisher(present);
    publisher.send(publications);
    return () -> {
      List<Publication> confirmed = publisher.awaitConfirmed();
      if (!publisher.isOpen()) {
        Broker.close(present);
      } else if (confirmed.size() < publications.size()) {
        // The queue may be deleted; the next connection declares it again. Other batches on this
        // connection still get their answers.
        retire(present);
      } else {
        idle.add(publisher);
      }
      return confirmed.stream()
          .map(publication -> UUID.fromString(publication.properties().getMessageId()))
          .collect(toSet());
    };
  }

  private ConfirmedPublisher publisher(Connection present) {
    ConfirmedPublisher used = idle.poll();
    while (used != null) {
      if (used.isOpen()) {
        return used;
      }
      used = idle.poll();
    }
    try {
      return new ConfirmedPublisher(present);
    } catch (IOException | AlreadyClosedException failure) {
      throw broker.unavailable(failure);
    }
  }

  @Override
  public void ping() {
    connection();
  }

  /** Closes the connection for good. */
  @Override
  public synchronized void close() {
    closed = true;
    if (connection != null) {
      Broker.close(connection);
    }
  }

  private synchronized Connection connection() {
    if (closed) {
      throw new QueueUnavailableException("the queue is closed because this program is stopping");
    }
    if (connection != null && retired) {
      Broker.close(connection);
    }
    if (connection == null || !connection.isOpen()) {
      connection = broker.connect();
      retired = false;
    }
    return connection;
  }

  /** Makes the next caller open another connection. */
  private synchronized void retire(Connection used) {
    retired |= used == connection;
  }

  private static Publication message(DueReminder reminder) {
    BasicProperties properties =
        Publication.persistent().messageId(reminder.reminderId().toString()).build();
    return new Publication(
        Topology.EXCHANGE,
        Topology.ROUTING_KEY,
        properties,
        ReminderMessage.of(reminder).toBytes());
  }
}
