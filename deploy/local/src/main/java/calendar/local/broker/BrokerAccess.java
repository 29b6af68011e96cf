package calendar.local.broker;

import calendar.config.Key;
import calendar.config.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;

/** Where an AMQP 0-9-1 broker is, and as whom to log in to which of its virtual hosts. */
public record BrokerAccess(String host, int port, String user, String password, String vhost) {
  /**
   * A client names the protocol first. A broker that is ready answers with a method frame, others
   * with the name of their protocol (AMQP 0-9-1, 4.2.2).
   */
  private static final byte[] PROTOCOL = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};

  private static final int METHOD_FRAME = 1;
  private static final int LIMIT_MILLIS = 5_000;

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

  /** Whether a broker answers there within five seconds. */
  boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
      socket.setSoTimeout(LIMIT_MILLIS);
      socket.getOutputStream().write(PROTOCOL);
      return socket.getInputStream().read() == METHOD_FRAME;
    } catch (IOException notThere) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "%s:%d".formatted(host, port);
  }
}
