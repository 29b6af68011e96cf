package calendar.reminder.amqp;

/**
 * Where the broker is, and who asks.
 *
 * @param connectionName by which the broker's administrators tell this program
 */
public record BrokerAddress(
    String host, int port, String user, String password, String vhost, String connectionName) {

  /** Without the password. */
  @Override
  public String toString() {
    return "%s:%d%s".formatted(host, port, vhost.equals("/") ? "" : "/" + vhost);
  }
}
