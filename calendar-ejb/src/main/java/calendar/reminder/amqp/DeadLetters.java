package calendar.reminder.amqp;

import calendar.reminder.QueueUnavailableException;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where messages end that can never be delivered. They are rare, so each batch has a connection of
 * its own: a broker that lacks memory stops those who publish, and must not stop those who consume.
 */
final class DeadLetters {
  /** The header that says why a message is there. */
  static final String REASON = "x-calendar-reason";

  private final Broker broker;

  DeadLetters(Broker broker) {
    this.broker = broker;
  }

  /**
   * Puts messages there, as they came but for the reason.
   *
   * @param reasons by message
   * @throws QueueUnavailableException if the broker has not surely taken all of them
   */
  void add(Map<Arrival, String> reasons) {
    List<Publication> letters =
        reasons.entrySet().stream().map(dead -> letter(dead.getKey(), dead.getValue())).toList();
    Connection connection = broker.connect();
    try (ConfirmedPublisher publisher = new ConfirmedPublisher(connection)) {
      publisher.send(letters);
      if (publisher.taken().size() < letters.size()) {
        throw new QueueUnavailableException(
            "%s takes no messages".formatted(Topology.DEAD_LETTERS));
      }
    } catch (IOException | AlreadyClosedException failure) {
      throw broker.unavailable(failure);
    } finally {
      Broker.close(connection);
    }
  }

  private static Publication letter(Arrival arrival, String reason) {
    BasicProperties original = arrival.properties();
    Map<String, Object> headers =
        new HashMap<>(Optional.ofNullable(original.getHeaders()).orElse(Map.of()));
    headers.put(REASON, reason);
    BasicProperties properties =
        Publication.persistent()
            .contentType(original.getContentType())
            .messageId(original.getMessageId())
            .headers(headers)
            .build();
    return new Publication(
        Topology.DEFAULT_EXCHANGE, Topology.DEAD_LETTERS, properties, arrival.message().body());
  }
}
