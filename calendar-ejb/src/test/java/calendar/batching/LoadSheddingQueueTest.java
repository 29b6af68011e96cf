package calendar.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadSheddingQueueTest {
  private static final int OVERLOAD_LIMIT = 256;

  private final AtomicLong clock = new AtomicLong();
  private final LoadSheddingQueue<String> queue =
      new LoadSheddingQueue<>(OVERLOAD_LIMIT, clock::get);

  /** Offers items and returns how many were accepted. */
  private int offer(int count) {
    int accepted = 0;
    for (int i = 0; i < count; i++) {
      accepted += queue.offer("item") ? 1 : 0;
    }
    return accepted;
  }

  private void remove(int count) {
    for (int i = 0; i < count; i++) {
      queue.poll();
    }
  }

  private void advanceClock(Duration duration) {
    clock.addAndGet(duration.toNanos());
  }

  private void overload() {
    offer(500);
    advanceClock(Duration.ofSeconds(1));
    assertThat(offer(1)).isZero();
  }

  @Test
  void acceptsWholeBurst() {
    assertThat(offer(500)).isEqualTo(500);
    advanceClock(OverloadDetector.LONGEST_BURST);
    assertThat(offer(500)).isEqualTo(500);
  }

  @Test
  void holdsAtMostItsCapacity() {
    assertThat(offer(10_000)).isEqualTo(LoadSheddingQueue.CAPACITY);
  }

  @Test
  void limitsWaitingItemsDuringOverload() {
    offer(OVERLOAD_LIMIT);
    advanceClock(OverloadDetector.LONGEST_BURST.plusMillis(1));

    assertThat(offer(1)).isZero();
    remove(128);
    assertThat(offer(1_000)).isEqualTo(128);
    advanceClock(Duration.ofSeconds(1));
    assertThat(offer(1)).isZero();
  }

  @Test
  void alwaysAcceptsBelowOverloadLimit() {
    offer(OVERLOAD_LIMIT - 1);
    advanceClock(Duration.ofMinutes(1));

    assertThat(offer(2)).isEqualTo(1);
  }

  @Test
  void acceptsBurstAfterPause() {
    overload();

    remove(500 - OverloadDetector.PAUSE_SIZE);
    advanceClock(OverloadDetector.RECOVERY.plusMillis(1));

    assertThat(offer(900)).isEqualTo(900);
  }

  @Test
  void shortPauseDoesNotEndOverload() {
    overload();

    remove(500);
    advanceClock(OverloadDetector.RECOVERY.dividedBy(2));

    assertThat(offer(900)).isEqualTo(OVERLOAD_LIMIT);
  }

  @Test
  void rejectionByCheckProlongsOverload() {
    overload();
    advanceClock(OverloadDetector.RECOVERY.plusMillis(1));
    assertThat(queue.updateAndCheckOverload()).isTrue();

    remove(500);
    advanceClock(OverloadDetector.RECOVERY.dividedBy(2));

    assertThat(offer(900)).isEqualTo(OVERLOAD_LIMIT);
  }

  @Test
  void acceptsBurstAfterRegularLoad() {
    for (int second = 0; second < 10; second++) {
      offer(64);
      remove(64);
      advanceClock(Duration.ofSeconds(1));
    }

    assertThat(offer(900)).isEqualTo(900);
  }
}
