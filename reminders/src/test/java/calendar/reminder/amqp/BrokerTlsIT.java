package calendar.reminder.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.local.broker.BrokerKind;
import calendar.local.broker.OwnBroker;
import calendar.reminder.amqp.connection.Broker;
import calendar.reminder.amqp.connection.BrokerAddress;
import calendar.reminder.amqp.connection.Topology;
import calendar.reminder.messaging.QueueUnavailableException;
import calendar.tls.CertificateFiles;
import calendar.tls.TestAuthority;
import calendar.tls.TlsEntrance;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections to a broker by TLS: which certificates they accept, and what they say otherwise. */
class BrokerTlsIT {
  private static final String KEYS = " (rabbitmq.tls, rabbitmq.ca)";

  private static OwnBroker server;

  @TempDir private Path folder;

  private TestAuthority authority;

  @BeforeAll
  static void start() {
    server = OwnBroker.temporary(BrokerKind.best());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void createAuthority() {
    authority = new TestAuthority(folder, "ours");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void sendsAndReceives(String protocol) throws Exception {
    try (TlsEntrance entrance = entrance(authority.issue("localhost"), protocol);
        Connection connection = broker(entrance.port(), authority.ca()).connect();
        Channel channel = connection.createChannel()) {
      byte[] large = new byte[200_000];
      channel.confirmSelect();
      channel.basicPublish("", Topology.DEAD_LETTERS, null, large);
      channel.waitForConfirmsOrDie(10_000);

      GetResponse received = channel.basicGet(Topology.DEAD_LETTERS, true);

      assertThat(received.getBody()).isEqualTo(large);
    }
  }

  @Test
  void refusesAnotherAuthority() throws Exception {
    Path other = new TestAuthority(folder, "other").ca();
    try (TlsEntrance entrance = entrance(authority.issue("localhost"))) {
      assertRefused(broker(entrance.port(), other), "unable to find valid certification path");
    }
  }

  @Test
  void refusesAnotherHostName() throws Exception {
    try (TlsEntrance entrance = entrance(authority.issue("mq.example.org"))) {
      assertRefused(broker(entrance.port(), authority.ca()), "name matching localhost found");
    }
  }

  @Test
  void refusesBrokerWithoutTls() {
    assertRefused(broker(server.access().port(), authority.ca()), "");
  }

  @Test
  void namesUnusableFile() throws Exception {
    Path none = Files.writeString(folder.resolve("none.pem"), "nothing");

    assertThatThrownBy(broker(server.access().port(), none)::connect)
        .isInstanceOf(QueueUnavailableException.class)
        .hasMessageContaining("rabbitmq.ca: expected certificates in PEM, found " + none);
  }

  @Test
  void usesRenewedAuthorities() throws Exception {
    TestAuthority renewed = new TestAuthority(folder, "renewed");
    Broker broker;
    try (TlsEntrance entrance = entrance(renewed.issue("localhost"))) {
      broker = broker(entrance.port(), authority.ca());
      assertRefused(broker, "unable to find valid certification path");

      Files.copy(renewed.ca(), authority.ca(), StandardCopyOption.REPLACE_EXISTING);

      broker.connect().close();
    }
  }

  private static void assertRefused(Broker broker, String reason) {
    assertThatThrownBy(broker::connect)
        .isInstanceOf(QueueUnavailableException.class)
        .hasMessageStartingWith("RabbitMQ on localhost:")
        .hasMessageContaining(reason)
        .hasMessageEndingWith(KEYS)
        .hasMessageNotContaining("\n");
  }

  private static TlsEntrance entrance(CertificateFiles files, String... protocols)
      throws Exception {
    return new TlsEntrance(files, server.access().port(), protocols);
  }

  private static Broker broker(int port, Path authorities) {
    return new Broker(
        new BrokerAddress(
            "localhost", port, "guest", "guest", "/", "test", Optional.of(authorities)),
        Executors.defaultThreadFactory());
  }
}
