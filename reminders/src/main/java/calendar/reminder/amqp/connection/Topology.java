package calendar.reminder.amqp.connection;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Map;

/**
 * The exchange, the queues and their bindings. Declaring them again changes nothing. Do not change
 * an argument: a broker that already has the queue rejects the declaration.
 */
public final class Topology {
  public static final String EXCHANGE = "calendar.reminders";
  public static final String ROUTING_KEY = "reminder.due";
  public static final String QUEUE = "calendar.reminders.sender";
  public static final String DEAD_LETTERS = "calendar.reminders.dead";

  /** Every queue is bound to this exchange by its name. */
  public static final String DEFAULT_EXCHANGE = "";

  /** A safety net. The sender acknowledges or dead-letters every message long before. */
  private static final int DELIVERY_LIMIT = 1_000;

  private static final boolean DURABLE = true;
  private static final Map<String, Object> QUORUM = Map.of("x-queue-type", "quorum");
  private static final Map<String, Object> QUORUM_WITH_DEAD_LETTERS =
      Map.of(
          "x-queue-type", "quorum",
          "x-dead-letter-exchange", DEFAULT_EXCHANGE,
          "x-dead-letter-routing-key", DEAD_LETTERS,
          "x-delivery-limit", DELIVERY_LIMIT);

  private Topology() {}

  static void declare(Channel channel) throws IOException {
    channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, DURABLE);
    declareQueue(channel, DEAD_LETTERS, QUORUM);
    declareQueue(channel, QUEUE, QUORUM_WITH_DEAD_LETTERS);
    channel.queueBind(QUEUE, EXCHANGE, ROUTING_KEY);
  }

  private static void declareQueue(Channel channel, String name, Map<String, Object> arguments)
      throws IOException {
    boolean exclusive = false;
    boolean autoDelete = false;
    channel.queueDeclare(name, DURABLE, exclusive, autoDelete, arguments);
  }
}
