package calendar.reminder.amqp;

import com.rabbitmq.client.AMQP.BasicProperties;

/** A message for the broker. Two publications are never equal, even with the same content. */
final class Publication {
  private static final String JSON = "application/json";
  private static final int PERSISTENT = 2;

  private final String exchange;
  private final String routingKey;
  private final BasicProperties properties;
  private final byte[] body;

  Publication(String exchange, String routingKey, BasicProperties properties, byte[] body) {
    this.exchange = exchange;
    this.routingKey = routingKey;
    this.properties = properties;
    this.body = body;
  }

  /** Properties of a JSON message that survives a restart of the broker. */
  static BasicProperties.Builder persistent() {
    return new BasicProperties.Builder().contentType(JSON).deliveryMode(PERSISTENT);
  }

  String exchange() {
    return exchange;
  }

  String routingKey() {
    return routingKey;
  }

  BasicProperties properties() {
    return properties;
  }

  byte[] body() {
    return body;
  }
}
