package calendar.batching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Processes the requests of a queue in batches. While it processes one batch, the next one gathers,
 * so batches grow with the load and a single request never waits for others.
 *
 * <p>Occupies one thread until the queue is closed and empty.
 */
public final class BatchWorker<P extends Pending<?>> implements Runnable {
  private static final Logger LOG = Logger.getLogger(BatchWorker.class.getName());

  private final BatchQueue<P> queue;
  private final Consumer<List<P>> handler;

  /**
   * @param handler completes every request of a batch
   */
  public BatchWorker(BatchQueue<P> queue, Consumer<List<P>> handler) {
    this.queue = queue;
    this.handler = handler;
  }

  @Override
  public void run() {
    while (!queue.isFinished()) {
      try {
        processNextBatch();
      } catch (RuntimeException | Error unreportable) {
        // Even logging failed, probably for lack of memory. If this thread ended, no request of
        // its queue would ever be completed.
      }
    }
  }

  private void processNextBatch() {
    List<P> batch = new ArrayList<>();
    try {
      queue.drainInto(batch);
      handler.accept(batch);
    } catch (RuntimeException | Error bug) {
      batch.forEach(pending -> pending.fail(bug));
      LOG.log(
          Level.SEVERE, "A batch of requests failed because of a bug; the worker continues", bug);
    }
  }
}
