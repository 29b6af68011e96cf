package calendar.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.OverloadedException;
import calendar.error.StorageUnavailableException;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.postgres.batch.BatchedReads;
import calendar.event.postgres.batch.PendingCreate;
import calendar.event.postgres.batch.PendingList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchQueueTest {
  private static final Event EVENT =
      Drafts.event("ann", Instant.EPOCH, Instant.EPOCH.plusSeconds(60));

  private final BatchQueue<PendingCreate> queue = new BatchQueue<>(64, 64);

  private static PendingCreate fresh() {
    return PendingCreate.of(EVENT, Optional.empty());
  }

  @Test
  void aBurstIsTakenInWhole() {
    for (int i = 0; i < 1_000; i++) {
      queue.offer(fresh());
    }

    assertThat(take(queue)).hasSize(64);
  }

  @Test
  void refusesWhatItCannotHold() {
    for (int i = 0; i < 1_024; i++) {
      queue.offer(fresh());
    }

    assertThatThrownBy(() -> queue.offer(fresh())).isInstanceOf(OverloadedException.class);
    take(queue);
    queue.offer(fresh());
  }

  @Test
  void whatWaitsIsStillTakenAfterItsEnd() {
    PendingCreate before = fresh();
    queue.offer(before);

    queue.close();

    assertThat(queue.isOver()).isFalse();
    assertThatThrownBy(() -> queue.offer(fresh())).isInstanceOf(StorageUnavailableException.class);
    assertThat(take(queue)).isEqualTo(List.of(before));
    assertThat(queue.isOver()).isTrue();
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();

    assertThat(take(queue)).isEmpty();
    assertThat(queue.isOver()).isTrue();
  }

  @Test
  void largeOnesFillABatch() {
    BatchQueue<PendingList> lists =
        new BatchQueue<>(BatchedReads.MOST_EVENTS, BatchedReads.MOST_QUESTIONS);
    for (int limit : List.of(500, 500, 1_001, 1_001, 2)) {
      lists.offer(PendingList.of("ann", EVENT.interval(), Optional.empty(), limit));
    }

    assertThat(take(lists)).extracting(PendingList::limit).containsExactly(500, 500);
    assertThat(take(lists)).extracting(PendingList::limit).containsExactly(1_001);
    assertThat(take(lists)).extracting(PendingList::limit).containsExactly(1_001, 2);
  }

  @Test
  void oneThatIsTooLargeIsABatchAlone() {
    BatchQueue<PendingList> lists =
        new BatchQueue<>(BatchedReads.MOST_EVENTS, BatchedReads.MOST_QUESTIONS);
    for (int limit : List.of(2, 5_000, 2)) {
      lists.offer(PendingList.of("ann", EVENT.interval(), Optional.empty(), limit));
    }

    assertThat(take(lists)).extracting(PendingList::limit).containsExactly(2);
    assertThat(take(lists)).extracting(PendingList::limit).containsExactly(5_000);
    assertThat(take(lists)).extracting(PendingList::limit).containsExactly(2);
  }

  @Test
  void noMoreThanSomeShareHoweverSmallTheyAre() {
    BatchQueue<PendingList> lists =
        new BatchQueue<>(BatchedReads.MOST_EVENTS, BatchedReads.MOST_QUESTIONS);
    for (int i = 0; i < 1_000; i++) {
      lists.offer(PendingList.of("ann", EVENT.interval(), Optional.empty(), 2));
    }

    assertThat(take(lists)).hasSize(BatchedReads.MOST_QUESTIONS);
  }

  private static <P extends Pending<?>> List<P> take(BatchQueue<P> queue) {
    List<P> batch = new ArrayList<>();
    queue.takeInto(batch);
    return batch;
  }
}
