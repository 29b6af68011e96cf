package calendar.event.postgres;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes what waits in its queue, batch after batch. While one is written the next one gathers: a
 * transaction is shared by as many as there are, and a lone create waits for nobody.
 *
 * <p>Runs on a thread of its own until the queue is closed and empty.
 */
final class CreateWriter implements Runnable {
  private static final Logger LOG = Logger.getLogger(CreateWriter.class.getName());

  private final CreateQueue queue;
  private final EventStatements statements;

  CreateWriter(CreateQueue queue, EventStatements statements) {
    this.queue = queue;
    this.statements = statements;
  }

  @Override
  public void run() {
    while (!queue.isOver()) {
      List<PendingCreate> batch = queue.take();
      try {
        new CreateBatch(batch, statements).settle();
      } catch (RuntimeException bug) {
        LOG.log(Level.SEVERE, "creates failed, and their callers are told: going on", bug);
        batch.forEach(pending -> pending.refuse(bug));
      }
    }
  }
}
