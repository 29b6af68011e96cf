package calendar.api.grpc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import calendar.api.connection.ConnectionLimit;
import calendar.api.grpc.connection.TransportSecurity;
import calendar.api.grpc.tls.PemFiles;
import calendar.api.grpc.tls.RenewedTls;
import calendar.config.Key;
import calendar.tls.TrustedAuthorities;
import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that use the handshake of TLS to take the server from others. */
class TlsAttacksTest extends OnGrpcServer {
  private static final int SLOW_CLIENTS = 50;

  /** A connection has 10 s to begin HTTP/2. */
  private static final Duration SLOW_LIMIT = Duration.ofSeconds(20);

  /** The header of a ClientHello of 512 bytes, and its first bytes. */
  private static final byte[] BEGUN = {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3};

  @TempDir private Path folder;

  private PemFiles pem;
  private ConnectionLimit limit;

  @Override
  TransportSecurity security() {
    try {
      pem = new PemFiles(folder);
      RenewedTls tls = new RenewedTls(pem.server(pem.issue("localhost")));
      return new TransportSecurity(Optional.of(tls::context), peer -> false);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  ManagedChannel openChannel() throws Exception {
    return NettyChannelBuilder.forAddress(server.address())
        .sslContext(GrpcSslContexts.forClient().trustManager(pem.ca().toFile()).build())
        .build();
  }

  @Override
  ConnectionLimit connections() {
    limit = unlimited();
    return limit;
  }

  @Test
  void disconnectsSlowHandshakesAndServesOthers() throws Exception {
    create(event("ann", 1_000, 2_000));
    int others = limit.open();
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW_CLIENTS; i++) {
        slow.add(dial());
        slow.get(i).getOutputStream().write(BEGUN);
      }
      await().until(() -> limit.open() == others + SLOW_CLIENTS);
      int[] calls = {0};

      await()
          .atMost(SLOW_LIMIT)
          .pollInterval(Duration.ofMillis(500))
          .until(
              () -> {
                slow.forEach(TlsAttacksTest::sendOneByte);
                calls[0]++;
                create(event("ann", 10_000L * calls[0], 10_000L * calls[0] + 1));
                return limit.open() == others;
              });
      assertThat(calls[0]).isGreaterThan(5);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static void sendOneByte(Socket socket) {
    try {
      socket.getOutputStream().write(0);
    } catch (IOException closed) {
      // As it should be.
    }
  }

  /** By an option of Java, which the server gets from its file and this test from its module. */
  @Test
  void refusesRenegotiation() throws Exception {
    assertThat(Path.of("src/main/liberty/config/jvm.options"))
        .content()
        .contains("\n-Djdk.tls.rejectClientInitiatedRenegotiation=true\n");
    try (SSLSocket socket = connect()) {
      beginHttp2(socket);
      socket.startHandshake();

      assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("handshake_failure");
    }
  }

  private SSLSocket connect() throws IOException {
    SSLSocket socket =
        (SSLSocket)
            TrustedAuthorities.context(Key.CLIENT_TLS_CA, pem.ca())
                .getSocketFactory()
                .createSocket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(10_000);
    socket.setEnabledProtocols(new String[] {"TLSv1.2"});
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static void beginHttp2(SSLSocket socket) throws IOException {
    socket
        .getOutputStream()
        .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(US_ASCII));
    assertThat(socket.getInputStream().read()).as("the server's settings").isNotNegative();
  }
}
