package calendar.reminder.amqp;

import org.eclipse.microprofile.config.Config;

/**
 * Where the broker is, and who asks.
 *
 * @param connectionName by which the broker's administrators tell this program
 */
public record BrokerAddress(
    String host, int port, String user, String password, String vhost, String connectionName) {

  /**
   * As the keys under {@code rabbitmq} say.
   *
   * @throws java.util.NoSuchElementException if one of them has no value
   */
  public static BrokerAddress configured(Config config, String connectionName) {
    return new BrokerAddress(
        config.getValue("calendar.rabbitmq.host", String.class),
        config.getValue("calendar.rabbitmq.port", Integer.class),
        text(config, "calendar.rabbitmq.user"),
        text(config, "calendar.rabbitmq.password"),
        text(config, "calendar.rabbitmq.vhost"),
        connectionName);
  }

  /** The value, decoded if it has the form that Liberty gives to passwords. */
  private static String text(Config config, String property) {
    return EncodedText.decode(config.getValue(property, String.class));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "%s:%d%s".formatted(host, port, vhost.equals("/") ? "" : "/" + vhost);
  }
}
