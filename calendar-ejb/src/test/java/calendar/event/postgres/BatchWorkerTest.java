package calendar.event.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.event.Drafts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchWorkerTest {
  private final BatchQueue<PendingCreate> queue = new BatchQueue<>(64, 64);
  private Thread worker;

  @AfterEach
  void end() throws InterruptedException {
    queue.close();
    worker.join(TimeUnit.SECONDS.toMillis(10));
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class})
  void goesOnAfterABatchThatFails(Class<? extends Throwable> kind) throws Exception {
    Throwable failure = kind.getConstructor(String.class).newInstance("no room");
    PendingCreate first = fresh();
    PendingCreate second = fresh();
    start(
        batch -> {
          if (batch.contains(first)) {
            throw BatchWorkerTest.<RuntimeException>unchecked(failure);
          }
          batch.forEach(PendingCreate::created);
        });

    queue.offer(first);
    assertThat(first.answer().handle((created, bug) -> bug).get()).isSameAs(failure);
    queue.offer(second);

    assertThat(second.answer().get().event()).isEqualTo(second.event());
  }

  private void start(Consumer<List<PendingCreate>> settle) {
    worker = new Thread(new BatchWorker<>(queue, settle), "batch worker");
    worker.start();
  }

  private static PendingCreate fresh() {
    return PendingCreate.of(
        Drafts.event("ann", Instant.EPOCH, Instant.EPOCH.plusSeconds(60)), Optional.empty());
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable failure) throws T {
    throw (T) failure;
  }
}
