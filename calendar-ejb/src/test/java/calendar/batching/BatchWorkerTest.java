package calendar.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
  private final BatchQueue<TestRequest> queue = new BatchQueue<>(64, 64);
  private final TestRequest first = TestRequest.ofSize(1);
  private final TestRequest second = TestRequest.ofSize(1);
  private Thread worker;

  private void start(Consumer<List<TestRequest>> handler) {
    worker = new Thread(new BatchWorker<>(queue, handler), "batch worker");
    worker.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    queue.close();
    worker.join(TimeUnit.SECONDS.toMillis(10));
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class})
  void continuesAfterFailedBatch(Class<? extends Throwable> kind) throws Exception {
    Throwable failure = kind.getConstructor(String.class).newInstance("no memory");
    start(
        batch -> {
          if (batch.contains(first)) {
            throw BatchWorkerTest.<RuntimeException>unchecked(failure);
          }
          batch.forEach(TestRequest::succeed);
        });

    queue.submit(first);
    assertFailsWith(first, failure);
    queue.submit(second);

    assertThat(second.result().get()).isEqualTo("done");
  }

  @Test
  void continuesWhenLoggingFails() throws Exception {
    Handler failing =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            throw new OutOfMemoryError("no memory for a log line");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger(BatchWorker.class.getName());
    log.addHandler(failing);
    try {
      continuesAfterFailedBatch(IllegalStateException.class);
    } finally {
      log.removeHandler(failing);
    }
  }

  @Test
  void continuesWhenDrainingFails() throws Exception {
    OutOfMemoryError failure = new OutOfMemoryError("no memory for a batch");
    TestRequest unsized = TestRequest.withoutSize(failure);
    start(batch -> batch.forEach(TestRequest::succeed));

    queue.submit(unsized);
    assertFailsWith(unsized, failure);
    queue.submit(second);

    assertThat(second.result().get()).isEqualTo("done");
  }

  private static void assertFailsWith(TestRequest request, Throwable failure) throws Exception {
    assertThat(request.result().handle((result, thrown) -> thrown).get()).isSameAs(failure);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable failure) throws T {
    throw (T) failure;
  }
}
