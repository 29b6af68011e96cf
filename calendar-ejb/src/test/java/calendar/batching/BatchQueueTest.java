package calendar.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.OverloadedException;
import calendar.error.StorageUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchQueueTest {
  private static final int BATCH_SIZE = 64;

  private final BatchQueue<TestRequest> queue = new BatchQueue<>(BATCH_SIZE, BATCH_SIZE);

  private List<TestRequest> submit(Integer... sizes) {
    List<TestRequest> requests = Stream.of(sizes).map(TestRequest::ofSize).toList();
    requests.forEach(queue::submit);
    return requests;
  }

  private List<TestRequest> nextBatch() {
    List<TestRequest> batch = new ArrayList<>();
    queue.drainInto(batch);
    return batch;
  }

  @Test
  void acceptsWholeBurst() {
    for (int i = 0; i < 1_000; i++) {
      submit(1);
    }

    assertThat(nextBatch()).hasSize(BATCH_SIZE);
  }

  @Test
  void rejectsBeyondCapacity() {
    for (int i = 0; i < LoadSheddingQueue.CAPACITY; i++) {
      submit(1);
    }

    assertThatThrownBy(() -> submit(1)).isInstanceOf(OverloadedException.class);
    nextBatch();
    submit(1);
  }

  @Test
  void hasCapacityWhileEmpty() {
    assertThat(queue.hasCapacity()).isTrue();
  }

  @Test
  void drainsWaitingRequestsAfterClose() {
    List<TestRequest> before = submit(1);

    queue.close();

    assertThat(queue.isFinished()).isFalse();
    assertThatThrownBy(() -> submit(1)).isInstanceOf(StorageUnavailableException.class);
    assertThat(nextBatch()).isEqualTo(before);
    assertThat(queue.isFinished()).isTrue();
  }

  @Test
  void interruptClosesQueue() {
    Thread.currentThread().interrupt();

    assertThat(nextBatch()).isEmpty();
    assertThat(queue.isFinished()).isTrue();
  }

  @Test
  void splitsBatchesBySize() {
    List<TestRequest> requests = submit(30, 30, 63, 63, 1);

    assertThat(nextBatch()).isEqualTo(requests.subList(0, 2));
    assertThat(nextBatch()).isEqualTo(requests.subList(2, 3));
    assertThat(nextBatch()).isEqualTo(requests.subList(3, 5));
  }

  @Test
  void oversizedRequestFormsOwnBatch() {
    List<TestRequest> requests = submit(1, BATCH_SIZE + 1, 1);

    assertThat(nextBatch()).isEqualTo(requests.subList(0, 1));
    assertThat(nextBatch()).isEqualTo(requests.subList(1, 2));
    assertThat(nextBatch()).isEqualTo(requests.subList(2, 3));
  }
}
