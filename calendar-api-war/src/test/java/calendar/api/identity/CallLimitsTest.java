package calendar.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.error.RateLimitedException;
import calendar.time.MovableClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallLimitsTest {
  private static final int BURST = 3;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-30T12:00:00Z"));
  private final SocketAddress proxy = new InetSocketAddress("10.0.0.9", 1);
  private final CallLimits limits =
      new CallLimits(
          new TokenBuckets<>(2, BURST, clock),
          new TokenBuckets<InetAddress>(2, BURST, clock),
          address -> address.getHostAddress().equals("10.0.0.9"));

  private static void repeat(int times, Runnable action) {
    for (int i = 0; i < times; i++) {
      action.run();
    }
  }

  @Test
  void limitsEachSubject() {
    repeat(BURST, () -> limits.count("ann"));

    RateLimitedException refused =
        catchThrowableOfType(RateLimitedException.class, () -> limits.count("ann"));
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(500));
    assertThatCode(() -> limits.count("bob")).doesNotThrowAnyException();

    clock.moveBy(Duration.ofMillis(499));
    assertThatThrownBy(() -> limits.count("ann")).isInstanceOf(RateLimitedException.class);
    clock.moveBy(Duration.ofMillis(1));
    limits.count("ann");
  }

  @Test
  void permitsBurstsAfterAPause() {
    repeat(BURST, () -> limits.count("ann"));
    clock.moveBy(Duration.ofHours(1));

    repeat(BURST, () -> limits.count("ann"));

    assertThatThrownBy(() -> limits.count("ann")).isInstanceOf(RateLimitedException.class);
  }

  @Test
  void countsRefusalsOfAnAddressWithAnyPort() {
    for (int port = 1; port <= BURST; port++) {
      SocketAddress peer = new InetSocketAddress("10.0.0.1", port);
      limits.requireFewRefusals(peer);
      limits.countRefusal(peer);
    }

    SocketAddress peer = new InetSocketAddress("10.0.0.1", 99);
    assertThatThrownBy(() -> limits.requireFewRefusals(peer))
        .isInstanceOf(RateLimitedException.class);
    assertThatThrownBy(() -> limits.countRefusal(peer)).isInstanceOf(RateLimitedException.class);
    limits.requireFewRefusals(new InetSocketAddress("10.0.0.2", 1));
  }

  @Test
  void countsRefusalsOfAnIpv6Network() {
    for (int host = 1; host <= BURST; host++) {
      limits.countRefusal(new InetSocketAddress("2001:db8::" + host, 1));
    }

    SocketAddress neighbour = new InetSocketAddress("2001:db8::99", 1);
    assertThatThrownBy(() -> limits.requireFewRefusals(neighbour))
        .isInstanceOf(RateLimitedException.class);
    limits.requireFewRefusals(new InetSocketAddress("2001:db8:0:1::1", 1));
  }

  @Test
  void trustsProxies() {
    repeat(BURST + 1, () -> limits.countRefusal(proxy));

    assertThatCode(() -> limits.requireFewRefusals(proxy)).doesNotThrowAnyException();
  }
}
