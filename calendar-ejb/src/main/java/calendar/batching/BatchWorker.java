package calendar.batching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does what waits in its queue, batch after batch. While one is done the next one gathers: a
 * statement is shared by as many as there are, and who comes alone waits for nobody.
 *
 * <p>Runs on a thread of its own until the queue is closed and empty.
 */
public final class BatchWorker<P extends Pending<?>> implements Runnable {
  private static final Logger LOG = Logger.getLogger(BatchWorker.class.getName());

  private final BatchQueue<P> queue;
  private final Consumer<List<P>> settle;

  /**
   * @param settle answers every one of a batch
   */
  public BatchWorker(BatchQueue<P> queue, Consumer<List<P>> settle) {
    this.queue = queue;
    this.settle = settle;
  }

  @Override
  public void run() {
    while (!queue.isOver()) {
      try {
        settleNext();
      } catch (RuntimeException | Error again) {
        // There is no room even to tell of it. Without this thread nobody of its owners would get
        // an answer any more.
      }
    }
  }

  private void settleNext() {
    List<P> batch = new ArrayList<>();
    try {
      queue.takeInto(batch);
      settle.accept(batch);
    } catch (RuntimeException | Error bug) {
      batch.forEach(pending -> pending.refuse(bug));
      LOG.log(Level.SEVERE, "requests failed, and their callers are told: going on", bug);
    }
  }
}
