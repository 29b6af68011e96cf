package calendar.reminder.amqp.connection;

import org.eclipse.microprofile.config.Config;

/**
 * The address of the broker, the login, and the name of the connection.
 *
 * @param connectionName the name that the broker shows for this program's connections
 */
public record BrokerAddress(
    String host, int port, String user, String password, String vhost, String connectionName) {

  /**
   * Reads the address from the configuration keys under {@code rabbitmq}.
   *
   * @throws java.util.NoSuchElementException if a key has no value
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

  /** Returns the value, decoded if it has Liberty's form for passwords. */
  private static String text(Config config, String property) {
    return EncodedText.decode(config.getValue(property, String.class));
  }

  /** Returns host, port and virtual host, without the login. */
  @Override
  public String toString() {
    return "%s:%d%s".formatted(host, port, vhost.equals("/") ? "" : "/" + vhost);
  }
}
