package calendar.reminder.amqp;

import calendar.reminder.QueueUnavailableException;
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
 * Where messages end that can never be delivered. They are rare, so each batch has a connection of
 * its own: a broker that lacks memory stops those who publish, and must not stop those who consume.
 */
final class DeadLetters {
  /** The header that says why a message is there. */
  static final String REASON = "x-calendar-reason";

  private static final String HEADERS_LEFT_OUT =
      " (the message's own headers are left out: too long)";

  /** What a connection says whose frames may have any size (AMQP 0-9-1, connection.tune). */
  private static final int UNLIMITED = 0;

  private final Broker broker;

  DeadLetters(Broker broker) {
    this.broker = broker;
  }

  /**
   * Puts messages there, as they came but for the reason. Headers beside which the reason has no
   * room in a frame of the connection are left out, and the reason says so.
   *
   * @param reasons by message
   * @throws QueueUnavailableException if the broker has not surely taken all of them
   */
  void add(Map<Arrival, String> reasons) {
    Connection connection = broker.connect();
    try (ConfirmedPublisher publisher = new ConfirmedPublisher(connection)) {
      List<Publication> letters = new ArrayList<>();
      for (Map.Entry<Arrival, String> dead : reasons.entrySet()) {
        letters.add(letter(dead.getKey(), dead.getValue(), connection.getFrameMax()));
      }
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

  private static Publication letter(Arrival arrival, String reason, int largestFrame)
      throws IOException {
    BasicProperties original = arrival.properties();
    Map<String, Object> headers = Optional.ofNullable(original.getHeaders()).orElse(Map.of());
    BasicProperties properties = properties(original, headers, reason);
    if (largestFrame != UNLIMITED && size(properties) > largestFrame) {
      properties = properties(original, Map.of(), reason + HEADERS_LEFT_OUT);
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

  /** In bytes. A frame has the same size on whatever channel, before whatever body. */
  private static int size(BasicProperties properties) throws IOException {
    return properties.toFrame(1, 0).size();
  }
}
