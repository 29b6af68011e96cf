package calendar.reminder.amqp.connection;

import calendar.reminder.messaging.QueueUnavailableException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import javax.net.SocketFactory;

/**
 * Opens connections to the broker. A lost connection does not recover; the caller opens another
 * one, which declares the exchange and the queues again. Safe for use by any number of threads.
 */
public final class Broker {
  private static final int CONNECT_LIMIT_MILLIS = 2_000;
  private static final int HANDSHAKE_LIMIT_MILLIS = 5_000;
  private static final int RPC_LIMIT_MILLIS = 10_000;

  /** A frozen broker is detected after twice this time. */
  private static final int HEARTBEAT_SECONDS = 5;

  private final BrokerAddress address;
  private final ConnectionFactory factory = new ConnectionFactory();

  /**
   * @param threads creates two threads per connection: one reads, one checks heartbeats
   */
  public Broker(BrokerAddress address, ThreadFactory threads) {
    this.address = address;
    factory.setHost(address.host());
    factory.setPort(address.port());
    factory.setUsername(address.user());
    factory.setPassword(address.password());
    factory.setVirtualHost(address.vhost());
    factory.setAutomaticRecoveryEnabled(false);
    factory.setTopologyRecoveryEnabled(false);
    factory.setConnectionTimeout(CONNECT_LIMIT_MILLIS);
    factory.setHandshakeTimeout(HANDSHAKE_LIMIT_MILLIS);
    factory.setChannelRpcTimeout(RPC_LIMIT_MILLIS);
    factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
    factory.setThreadFactory(threads);
    factory.setSharedExecutor(new CallingThread());
    factory.setSocketFactory(
        address
            .authorities()
            .<SocketFactory>map(SecureSockets::new)
            .orElseGet(GatheringSockets::new));
    factory.setExceptionHandler(new QuietExceptionHandler());
  }

  /**
   * Opens a connection and declares the exchange and the queues.
   *
   * @throws QueueUnavailableException if the broker cannot be reached or rejects the connection
   */
  public Connection connect() {
    Connection connection;
    try {
      connection = factory.newConnection(address.connectionName());
    } catch (IOException | TimeoutException failure) {
      throw unavailable(failure, Reasons.isTls(failure) ? " (rabbitmq.tls, rabbitmq.ca)" : "");
    }
    try (Channel channel = connection.createChannel()) {
      Topology.declare(channel);
      return connection;
    } catch (IOException | TimeoutException | RuntimeException failure) {
      close(connection);
      throw unavailable(failure);
    }
  }

  /** Builds the error for a failed operation, with its reason in one line. */
  public QueueUnavailableException unavailable(Exception failure) {
    return unavailable(failure, "");
  }

  private QueueUnavailableException unavailable(Exception failure, String keys) {
    return new QueueUnavailableException(
        "RabbitMQ on %s: %s%s".formatted(address, Reasons.of(failure), keys), failure);
  }

  /** Closes a connection in any state; throws nothing. */
  public static void close(Connection connection) {
    connection.abort(CONNECT_LIMIT_MILLIS);
  }
}
