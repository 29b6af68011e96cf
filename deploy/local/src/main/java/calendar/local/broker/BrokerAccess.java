package calendar.local.broker;

import calendar.config.Key;
import calendar.config.Settings;
import java.util.Map;

/** Where an AMQP 0-9-1 broker is, and as whom to log in to which of its virtual hosts. */
public record BrokerAccess(String host, int port, String user, String password, String vhost) {

  public static BrokerAccess of(Settings settings) {
    return new BrokerAccess(
        settings.text(Key.RABBITMQ_HOST),
        settings.number(Key.RABBITMQ_PORT),
        settings.text(Key.RABBITMQ_USER),
        settings.text(Key.RABBITMQ_PASSWORD),
        settings.text(Key.RABBITMQ_VHOST));
  }

  /** As a broker lets everybody in who comes from its own machine. */
  static BrokerAccess ofGuest(int port) {
    return new BrokerAccess("127.0.0.1", port, "guest", "guest", "/");
  }

  /** The variables that point a program of the calendar at this broker. */
  public Map<String, String> environment() {
    return Map.of(
        Key.RABBITMQ_HOST.environmentVariable(), host,
        Key.RABBITMQ_PORT.environmentVariable(), Integer.toString(port),
        Key.RABBITMQ_USER.environmentVariable(), user,
        Key.RABBITMQ_PASSWORD.environmentVariable(), password,
        Key.RABBITMQ_VHOST.environmentVariable(), vhost);
  }

  @Override
  public String toString() {
    return "%s:%d".formatted(host, port);
  }
}
