package calendar.api.connection;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.config.AddressRange;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.junit.jupiter.api.Test;

class AddressLimitTest {
  private final AddressLimit limit = new AddressLimit(2, AddressRange.list("10.9.0.0/16"));

  private static SocketAddress peer(String address, int port) {
    return new InetSocketAddress(address, port);
  }

  @Test
  void limitsEachAddress() {
    assertThat(limit.add(peer("10.0.0.1", 1))).isTrue();
    assertThat(limit.add(peer("10.0.0.1", 2))).isTrue();
    assertThat(limit.add(peer("10.0.0.1", 3))).isFalse();
    assertThat(limit.add(peer("10.0.0.2", 1))).isTrue();

    limit.remove(peer("10.0.0.1", 1));

    assertThat(limit.add(peer("10.0.0.1", 4))).isTrue();
    assertThat(limit.add(peer("10.0.0.1", 5))).isFalse();
  }

  @Test
  void countsNetworksOfIpv6() {
    assertThat(limit.add(peer("2001:db8::1", 1))).isTrue();
    assertThat(limit.add(peer("2001:db8::2", 1))).isTrue();
    assertThat(limit.add(peer("2001:db8::3", 1))).isFalse();
    assertThat(limit.add(peer("2001:db8:0:1::1", 1))).isTrue();

    limit.remove(peer("2001:db8::2", 1));

    assertThat(limit.add(peer("2001:db8::4", 1))).isTrue();
  }

  @Test
  void exemptsProxies() {
    for (int port = 1; port < 10; port++) {
      assertThat(limit.add(peer("10.9.0.1", port))).isTrue();
    }
  }

  @Test
  void mayBeOff() {
    for (int port = 1; port < 10; port++) {
      assertThat(AddressLimit.NONE.add(peer("10.0.0.1", port))).isTrue();
    }
  }
}
