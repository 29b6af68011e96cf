package calendar.event.postgres;

import calendar.error.OverloadedException;
import calendar.error.StorageUnavailableException;
import calendar.overload.PromptQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Creates that wait for a writer. Safe for use by any number of threads. */
final class CreateQueue {
  private static final int LARGEST_BATCH = 64;
  private static final Duration LOOK_UP = Duration.ofMillis(500);

  private final BlockingQueue<PendingCreate> waiting = new PromptQueue<>(PendingCreate::sinceNanos);
  private volatile boolean closed;

  /**
   * Takes one in; never waits.
   *
   * @throws OverloadedException if it would not be answered soon
   * @throws StorageUnavailableException if the queue is closed
   */
  void offer(PendingCreate pending) {
    if (!waiting.offer(pending)) {
      throw new OverloadedException();
    }
    // Nobody may be there any more to take it.
    if (closed && waiting.remove(pending)) {
      throw new StorageUnavailableException("the storage was closed: this program ends");
    }
  }

  /**
   * All that wait, up to a batch, as soon as there is one; none if none comes for a while. An
   * interrupt closes the queue.
   */
  List<PendingCreate> take() {
    List<PendingCreate> batch = new ArrayList<>(LARGEST_BATCH);
    try {
      if (waiting.isEmpty() && !closed) {
        PendingCreate first = waiting.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
        }
      }
    } catch (InterruptedException ending) {
      close();
    }
    waiting.drainTo(batch, LARGEST_BATCH - batch.size());
    return batch;
  }

  /** Takes in no more; what waits can still be taken. */
  void close() {
    closed = true;
  }

  /** Whether nothing waits and nothing will come. */
  boolean isOver() {
    return closed && waiting.isEmpty();
  }
}
