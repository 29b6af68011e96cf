package calendar.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedAddressTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
    "2001:db8:1:2:ffff::, 2001:db8:1:2::",
    "2001:db8:1:3:3:4:5:6, 2001:db8:1:3::",
    "::ffff:10.0.0.1, 10.0.0.1",
    "::1, ::",
    "fe80::1, fe80::1"
  })
  void countsNetworksOfIpv6(String address, String counted) throws Exception {
    assertThat(CountedAddress.of(new InetSocketAddress(address, 1)))
        .isEqualTo(InetAddress.getByName(counted));
  }
}
