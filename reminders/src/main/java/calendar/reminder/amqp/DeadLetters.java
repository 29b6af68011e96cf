package calendar.reminder.amqp;

import calendar.reminder.amqp.connection.Broker;
import calendar.reminder.amqp.connection.Topology;
import calendar.reminder.messaging.QueueUnavailableException;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes messages that can never be delivered to the dead-letter queue. Opens a connection for
 * each batch, because a broker that is low on memory blocks connections that publish, and must not
 * block the connection that consumes. Dead letters are rare, so the cost does not matter.
 */
final class DeadLetters {
  /** The header with the reason why a message is dead. */
  static final String REASON = "x-calendar-reason";

  private static final String HEADERS_REMOVED =
      " (the message's own headers were too long and were removed)";

  /** The frame size that means "no limit" (AMQP 0-9-1, connection.tune). */
  private static final int UNLIMITED = 0;

  private final Broker broker;

  DeadLetters(Broker broker) {
    this.broker = broker;
  }

  /**
   * Publishes messages unchanged, with one more header for the reason. If the headers do not fit
   * into a frame, removes the message's own headers and says so in the reason.
   *
   * @param reasons by message
   * @throws QueueUnavailableException if the broker did not confirm all messages
   */
  void add(Map<Arrival, String> reasons) {
    Connection connection = broker.connect();
    try (ConfirmedPublisher publisher = new ConfirmedPublisher(connection)) {
      List<Publication> letters = new ArrayList<>();
      for (Map.Entry<Arrival, String> dead : reasons.entrySet()) {
        letters.add(letter(dead.getKey(), dead.getValue(), connection.getFrameMax()));
      }
      publisher.send(letters);
      if (publisher.awaitConfirmed().size() < letters.size()) {
        throw new QueueUnavailableException(
            "the queue %s did not confirm a message".formatted(Topology.DEAD_LETTERS));
      }
    } catch (IOException | AlreadyClosedException failure) {
      throw broker.unavailable(failure);
    } finally {
      Broker.close(connection);
    }
  }

  private static Publication letter(Arrival arrival, String reason, int largestFrame)
      throws IOException {
    BasicProperties original = arrival.properties();
    Map<String, Object> headers = Optional.ofNullable(original.getHeaders()).orElse(Map.of());
    BasicProperties properties = properties(original, headers, reason);
    if (largestFrame != UNLIMITED && size(properties) > largestFrame) {
      properties = properties(original, Map.of(), reason + HEADERS_REMOVED);
    }
    return new Publication(
        Topology.DEFAULT_EXCHANGE, Topology.DEAD_LETTERS, properties, arrival.message().body());
  }

  private static BasicProperties properties(
      BasicProperties original, Map<String, Object> headers, String reason) {
    Map<String, Object> withReason = new HashMap<>(headers);
    withReason.put(REASON, reason);
    return Publication.persistent()
        .contentType(original.getContentType())
        .messageId(original.getMessageId())
        .headers(withReason)
        .build();
  }

  /** Returns the size in bytes, which does not depend on the channel or the body. */
  private static int size(BasicProperties properties) throws IOException {
    return properties.toFrame(1, 0).size();
  }
}
