package calendar.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryPaceTest {
  private static final Duration QUICK = Duration.ofMillis(20);

  private final DeliveryPace pace = new DeliveryPace();

  @Test
  void allShareATransactionWhileDeliveryIsQuick() {
    pace.took(10_000, QUICK);

    assertThat(pace.most()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void asManyAsTakeASecondWhenItIsSlow() {
    pace.took(100, Duration.ofSeconds(5));

    assertThat(pace.most()).isEqualTo(20);
  }

  @Test
  void oneAtLeast() {
    pace.took(1, Duration.ofSeconds(5));

    assertThat(pace.most()).isEqualTo(1);
  }

  @Test
  void moreAgainWhenItIsQuickAgain() {
    pace.took(100, Duration.ofSeconds(5));
    pace.took(7, QUICK);
    assertThat(pace.most()).as("after a few, which say little").isEqualTo(20);
    pace.took(20, QUICK);
    assertThat(pace.most()).isEqualTo(40);
    for (int i = 0; i < 40; i++) {
      pace.took(pace.most(), QUICK);
    }

    assertThat(pace.most()).isEqualTo(Integer.MAX_VALUE);
  }
}
