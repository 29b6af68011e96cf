package calendar.reminder.amqp.connection;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The address of the broker, the login, and the name of the connection.
 *
 * @param connectionName the name that the broker shows for this program's connections
 * @param authorities a PEM file with the authorities of the broker's certificate; if present,
 *     connections use TLS and verify certificate and host name
 */
public record BrokerAddress(
    String host,
    int port,
    String user,
    String password,
    String vhost,
    String connectionName,
    Optional<Path> authorities) {

  /** Of a broker without TLS. */
  public BrokerAddress(
      String host, int port, String user, String password, String vhost, String connectionName) {
    this(host, port, user, password, vhost, connectionName, Optional.empty());
  }

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
        connectionName,
        authorities(config));
  }

  private static Optional<Path> authorities(Config config) {
    return config.getValue("calendar.rabbitmq.tls", Boolean.class)
        ? Optional.of(Path.of(config.getValue("calendar.rabbitmq.ca", String.class)))
        : Optional.empty();
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
