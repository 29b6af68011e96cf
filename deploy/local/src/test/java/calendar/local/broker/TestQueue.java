package calendar.local.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A durable quorum queue of a broker, with a connection for every call. */
record TestQueue(BrokerAccess broker) {
  static final String NAME = "calendar-test";

  void declare() throws Exception {
    try (Connection connection = connect()) {
      connection
          .createChannel()
          .queueDeclare(NAME, true, false, false, Map.of("x-queue-type", "quorum"));
    }
  }

  /** Returns when the broker has confirmed it. */
  void send(String text) throws Exception {
    try (Connection connection = connect()) {
      var channel = connection.createChannel();
      channel.confirmSelect();
      channel.basicPublish("", NAME, MessageProperties.PERSISTENT_TEXT_PLAIN, text.getBytes(UTF_8));
      channel.waitForConfirmsOrDie(20_000);
    }
  }

  Optional<String> receive() throws Exception {
    try (Connection connection = connect()) {
      GetResponse response = connection.createChannel().basicGet(NAME, true);
      return Optional.ofNullable(response).map(message -> new String(message.getBody(), UTF_8));
    }
  }

  /** A connection, as soon as the broker lets us in. */
  CompletableFuture<Connection> connectLater() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return connect();
          } catch (Exception failure) {
            throw new CompletionException(failure);
          }
        });
  }

  private Connection connect() throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(broker.host());
    factory.setPort(broker.port());
    factory.setUsername(broker.user());
    factory.setPassword(broker.password());
    factory.setVirtualHost(broker.vhost());
    factory.setHandshakeTimeout(30_000);
    return factory.newConnection();
  }
}
