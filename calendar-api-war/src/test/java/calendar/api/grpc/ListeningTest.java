package calendar.api.grpc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.InternalChannelz;
import io.grpc.InternalChannelz.SocketStats;
import io.grpc.InternalInstrumented;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the server accepts connections. */
class ListeningTest extends OnGrpcServer {
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final int CONNECTIONS = 400;

  private static final int MOST_SERVERS = 100;

  /** Netty accepts this many at once, before the first pause. */
  private static final int AT_ONCE = 16;

  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void disconnect() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void limitsThePaceOfNewConnections() throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < CONNECTIONS; i++) {
      sockets.add(new Socket(server.address().getAddress(), server.address().getPort()));
    }
    for (Socket socket : sockets) {
      // The server sends its settings once it has accepted the connection.
      socket.getOutputStream().write(PREFACE.getBytes(US_ASCII));
      assertThat(socket.getInputStream().read()).isNotNegative();
    }

    assertThat(NANOSECONDS.toMillis(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(CONNECTIONS - AT_ONCE);
  }

  @Test
  void queuesConnectionsThatMustWait() throws Exception {
    assertThat(listening().socketOptions.others).containsEntry("SO_BACKLOG", "4096");
  }

  /** The options of the server's own socket. */
  private SocketStats listening() throws Exception {
    for (var started : InternalChannelz.instance().getServers(0, MOST_SERVERS).servers) {
      for (InternalInstrumented<SocketStats> socket : started.getStats().get().listenSockets) {
        SocketStats stats = socket.getStats().get();
        if (server.address().equals(stats.local)) {
          return stats;
        }
      }
    }
    throw new AssertionError("the server does not listen");
  }
}
