package calendar.reminder.amqp;

import com.rabbitmq.client.AMQP.BasicProperties;

/** A message on its way to the broker. Each is itself alone, whatever it says. */
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

  /** Properties of a message that outlives the broker. */
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
