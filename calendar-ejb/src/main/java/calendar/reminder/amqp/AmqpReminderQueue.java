package calendar.reminder.amqp;

import static java.util.stream.Collectors.toSet;

import calendar.reminder.DueReminder;
import calendar.reminder.Publishing;
import calendar.reminder.QueueUnavailableException;
import calendar.reminder.ReminderMessage;
import calendar.reminder.ReminderQueue;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The queue on a broker. Its connection is opened when it is first needed, and after each loss; its
 * channel is used again for the next batch, unless two are under way at the same time.
 */
public final class AmqpReminderQueue implements ReminderQueue, AutoCloseable {
  private final Broker broker;
  private final AtomicReference<ConfirmedPublisher> idle = new AtomicReference<>();
  private Connection connection;
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
      List<Publication> taken = publisher.taken();
      if (taken.size() < publications.size()) {
        // The queue may be gone: a new connection declares it again.
        Broker.close(present);
      } else if (!idle.compareAndSet(null, publisher)) {
        publisher.close();
      }
      return taken.stream()
          .map(publication -> UUID.fromString(publication.properties().getMessageId()))
          .collect(toSet());
    };
  }

  private ConfirmedPublisher publisher(Connection present) {
    ConfirmedPublisher used = idle.getAndSet(null);
    if (used != null && used.isOpen()) {
      return used;
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

  /** Closes the connection; nothing can be published any more. */
  @Override
  public synchronized void close() {
    closed = true;
    if (connection != null) {
      Broker.close(connection);
    }
  }

  private synchronized Connection connection() {
    if (closed) {
      throw new QueueUnavailableException("the queue was closed: this program ends");
    }
    if (connection == null || !connection.isOpen()) {
      connection = broker.connect();
    }
    return connection;
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
