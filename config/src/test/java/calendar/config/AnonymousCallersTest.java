package calendar.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymousCallersTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "[::1]", "localhost"})
  void acceptsLoopback(String address) {
    assertThat(AnonymousCallers.refusal(Key.GRPC_IP, address, "none", false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "::", "192.0.2.1", "10.0.0.1", "2001:db8::1", "no-such-host.invalid"})
  void refusesOthers(String address) {
    assertThat(AnonymousCallers.refusal(Key.GRPC_IP, address, "none", false))
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal)
                    .startsWith("grpc.ip: " + address + " is not a loopback address")
                    .contains("127.0.0.1", "auth.mode to jwt", "auth.allow_anonymous"));
    assertThat(AnonymousCallers.refusal(Key.GRPC_IP, address, "none", true)).isEmpty();
    assertThat(AnonymousCallers.refusal(Key.GRPC_IP, address, "jwt", false)).isEmpty();
  }
}
