package calendar.api.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SelfCheckTest {
  private final OwnConnections own = new OwnConnections();

  @Test
  void failsWithoutAListener() throws Exception {
    InetSocketAddress unusedPort;
    try (ServerSocket socket = listen()) {
      unusedPort = (InetSocketAddress) socket.getLocalSocketAddress();
    }
    SelfCheck check = new SelfCheck(unusedPort, own);

    check.check();

    assertThat(check.answers()).isFalse();
  }

  @Test
  void failsIfNothingIsAccepted() throws Exception {
    try (ServerSocket dead = listen()) {
      SelfCheck check =
          new SelfCheck(
              (InetSocketAddress) dead.getLocalSocketAddress(), own, Duration.ofMillis(200));

      check.check();

      assertThat(check.answers()).isFalse();
    }
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
