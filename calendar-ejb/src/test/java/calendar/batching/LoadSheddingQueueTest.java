package calendar.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadSheddingQueueTest {
  private static final int MANY = 256;

  private final AtomicLong clock = new AtomicLong();
  private final LoadSheddingQueue<String> queue = new LoadSheddingQueue<>(MANY, clock::get);

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
    later(LoadSheddingQueue.BURST);
    assertThat(taken(500)).isEqualTo(500);
  }

  @Test
  void isBoundedHoweverFastTheyCome() {
    assertThat(taken(10_000)).isEqualTo(LoadSheddingQueue.CAPACITY);
  }

  @Test
  void onlySoManyMayWaitInAFlood() {
    taken(MANY);
    later(LoadSheddingQueue.BURST.plusMillis(1));

    assertThat(taken(1)).isZero();
    work(128);
    assertThat(taken(1_000)).isEqualTo(128);
    later(Duration.ofSeconds(1));
    assertThat(taken(1)).isZero();
  }

  @Test
  void fewerAreNeverTooMany() {
    taken(MANY - 1);
    later(Duration.ofMinutes(1));

    assertThat(taken(2)).isEqualTo(1);
  }

  @Test
  void afterAPauseThereMayBeABurstAgain() {
    taken(500);
    later(Duration.ofSeconds(1));
    assertThat(taken(1)).isZero();

    work(500 - LoadSheddingQueue.FEW);
    later(LoadSheddingQueue.CALM.plusMillis(1));

    assertThat(taken(900)).isEqualTo(900);
  }

  @Test
  void aFloodThatFaltersIsNoBurst() {
    taken(500);
    later(Duration.ofSeconds(1));
    assertThat(taken(1)).isZero();

    work(500);
    later(LoadSheddingQueue.CALM.dividedBy(2));

    assertThat(taken(900)).isEqualTo(MANY);
  }

  @Test
  void whoIsOftenBusyMayStillSendABurst() {
    for (int second = 0; second < 10; second++) {
      taken(64);
      work(64);
      later(Duration.ofSeconds(1));
    }

    assertThat(taken(900)).isEqualTo(900);
  }
}
