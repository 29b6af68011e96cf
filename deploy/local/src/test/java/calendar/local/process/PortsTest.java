package calendar.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void givesNoPortTwice() {
    assertThat(IntStream.range(0, 500).map(i -> Ports.free()).toArray()).doesNotHaveDuplicates();
  }

  @Test
  void isTakenOnWhicheverAddressSomebodyListens() throws IOException {
    for (InetAddress address :
        new InetAddress[] {
          InetAddress.getLoopbackAddress(), new InetSocketAddress(0).getAddress()
        }) {
      try (ServerSocket listener = new ServerSocket(0, 1, address)) {
        assertThat(Ports.isFree(listener.getLocalPort())).as(address.toString()).isFalse();
      }
    }
  }
}
