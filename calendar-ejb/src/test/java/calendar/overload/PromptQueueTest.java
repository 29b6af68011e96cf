package calendar.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PromptQueueTest {
  private final AtomicLong clock = new AtomicLong();
  private final PromptQueue<String> queue = new PromptQueue<>(clock::get);

  private int taken(int offered) {
    int taken = 0;
    for (int i = 0; i < offered; i++) {
      taken += queue.offer("one") ? 1 : 0;
    }
    return taken;
  }

  private void later(Duration duration) {
    clock.addAndGet(duration.toNanos());
  }

  private void work(int done) {
    for (int i = 0; i < done; i++) {
      queue.poll();
    }
  }

  @Test
  void takesABurstInWhole() {
    assertThat(taken(500)).isEqualTo(500);
    later(PromptQueue.BURST);
    assertThat(taken(500)).isEqualTo(500);
  }

  @Test
  void isBoundedHoweverFastTheyCome() {
    assertThat(taken(10_000)).isEqualTo(PromptQueue.CAPACITY);
  }

  @Test
  void onlySoManyMayWaitInAFlood() {
    taken(PromptQueue.MANY);
    later(PromptQueue.BURST.plusMillis(1));

    assertThat(taken(1)).isZero();
    work(128);
    assertThat(taken(1_000)).isEqualTo(128);
    later(Duration.ofSeconds(1));
    assertThat(taken(1)).isZero();
  }

  @Test
  void fewerAreNeverTooMany() {
    taken(PromptQueue.MANY - 1);
    later(Duration.ofMinutes(1));

    assertThat(taken(2)).isEqualTo(1);
  }

  @Test
  void afterAPauseThereMayBeABurstAgain() {
    taken(500);
    later(Duration.ofSeconds(1));
    assertThat(taken(1)).isZero();

    work(500 - PromptQueue.FEW);

    assertThat(taken(900)).isEqualTo(900);
  }
}
