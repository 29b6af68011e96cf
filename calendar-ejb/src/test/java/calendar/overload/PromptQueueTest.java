package calendar.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PromptQueueTest {
  private final PromptQueue<Long> queue = new PromptQueue<>(since -> since);

  private static long ago(Duration duration) {
    return System.nanoTime() - duration.toNanos();
  }

  private int taken(int offered, long since) {
    int taken = 0;
    for (int i = 0; i < offered; i++) {
      taken += queue.offer(since) ? 1 : 0;
    }
    return taken;
  }

  @Test
  void takesABurstInWhole() {
    assertThat(taken(1_000, ago(Duration.ZERO))).isEqualTo(1_000);
  }

  @Test
  void refusesWhereManyWaitAndTheFirstForTooLong() {
    assertThat(taken(300, ago(Duration.ofSeconds(1)))).isEqualTo(256);

    queue.poll();

    assertThat(taken(300, ago(Duration.ZERO))).isEqualTo(1);
  }

  @Test
  void goesOnOnceTheFirstHasNotWaitedForLong() {
    taken(1, ago(Duration.ofSeconds(1)));
    taken(300, ago(Duration.ZERO));

    queue.poll();

    assertThat(taken(100, ago(Duration.ZERO))).isEqualTo(100);
  }

  @Test
  void isBoundedHoweverFastTheyCome() {
    long future = System.nanoTime() + Duration.ofHours(1).toNanos();

    assertThat(taken(10_000, future)).isEqualTo(1_024);
  }
}
