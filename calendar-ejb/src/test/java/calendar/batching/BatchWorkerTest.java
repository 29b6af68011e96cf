package calendar.batching;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.event.Drafts;
import calendar.event.postgres.batch.PendingCreate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

  @Test
  void goesOnWhenTheFailureCannotBeLogged() throws Exception {
    Handler full =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            throw new OutOfMemoryError("no room for a line");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger(BatchWorker.class.getName());
    log.addHandler(full);
    try {
      goesOnAfterABatchThatFails(IllegalStateException.class);
    } finally {
      log.removeHandler(full);
    }
  }

  @Test
  void goesOnAfterABatchThatCannotBeTaken() throws Exception {
    OutOfMemoryError failure = new OutOfMemoryError("no room for a batch");
    BatchQueue<Sized> sized = new BatchQueue<>(64, 64);
    worker = new Thread(new BatchWorker<>(sized, batch -> batch.forEach(Sized::settle)), "sized");
    worker.start();
    Sized first =
        new Sized(
            () -> {
              throw failure;
            });
    Sized second = new Sized(() -> 1);

    try {
      sized.offer(first);
      assertThat(first.answer.handle((none, bug) -> bug).get()).isSameAs(failure);
      sized.offer(second);

      assertThat(second.answer.get()).isEqualTo("answered");
    } finally {
      sized.close();
    }
  }

  /** What takes as much of a batch as it is told. */
  private record Sized(IntSupplier space, CompletableFuture<String> answer)
      implements Pending<String> {
    Sized(IntSupplier space) {
      this(space, new CompletableFuture<>());
    }

    @Override
    public int size() {
      return space.getAsInt();
    }

    void settle() {
      answer.complete("answered");
    }
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
