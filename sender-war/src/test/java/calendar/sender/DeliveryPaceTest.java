package calendar.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryPaceTest {
  private static final Duration FAST = Duration.ofMillis(20);

  private final DeliveryPace pace = new DeliveryPace();

  @Test
  void setsNoLimitWhileDeliveryIsFast() {
    pace.delivered(10_000, FAST);

    assertThat(pace.largestGroup()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void limitsSlowDeliveryToOneSecond() {
    pace.delivered(100, Duration.ofSeconds(5));

    assertThat(pace.largestGroup()).isEqualTo(20);
  }

  @Test
  void allowsAtLeastOne() {
    pace.delivered(1, Duration.ofSeconds(5));

    assertThat(pace.largestGroup()).isEqualTo(1);
  }

  @Test
  void raisesLimitWhenDeliveryIsFastAgain() {
    pace.delivered(100, Duration.ofSeconds(5));
    pace.delivered(7, FAST);
    assertThat(pace.largestGroup()).as("after a small group, which proves little").isEqualTo(20);
    pace.delivered(20, FAST);
    assertThat(pace.largestGroup()).isEqualTo(40);
    for (int i = 0; i < 40; i++) {
      pace.delivered(pace.largestGroup(), FAST);
    }

    assertThat(pace.largestGroup()).isEqualTo(Integer.MAX_VALUE);
  }
}
