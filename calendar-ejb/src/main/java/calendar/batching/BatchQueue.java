package calendar.batching;

import calendar.error.OverloadedException;
import calendar.error.StorageUnavailableException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * Work that waits to be done in batches. Safe for use by any number of threads.
 *
 * @param <P> a kind of work
 */
public final class BatchQueue<P extends Pending<?>> {
  private static final Duration LOOK_UP = Duration.ofMillis(500);

  private final LoadSheddingQueue<P> waiting;
  private final int fullBatch;
  private volatile boolean closed;

  /**
   * @param fullBatch no batch is larger, but for one that is too large alone; see {@link
   *     Pending#size}
   * @param mostInFlood so many wait at most while there is a flood
   */
  public BatchQueue(int fullBatch, int mostInFlood) {
    this.waiting = new LoadSheddingQueue<>(mostInFlood);
    this.fullBatch = fullBatch;
  }

  /**
   * Takes one in; never waits.
   *
   * @throws OverloadedException if it would not be answered soon
   * @throws StorageUnavailableException if the queue is closed
   */
  public void offer(P pending) {
    if (!waiting.offer(pending)) {
      throw new OverloadedException();
    }
    // Nobody may be there any more to take it.
    if (closed && waiting.remove(pending)) {
      throw new StorageUnavailableException("the storage was closed: this program ends");
    }
  }

  /** Whether it would take one in now. */
  public boolean takes() {
    return !waiting.isFlooded();
  }

  /**
   * Moves all that wait, up to a batch, as soon as there is one; none if none comes for a while. An
   * interrupt closes the queue.
   *
   * @param batch gets them, one after the other, so that it has what was taken even if this throws
   */
  public void takeInto(Collection<P> batch) {
    int room = fullBatch;
    for (P next = first(); next != null; next = next(room)) {
      batch.add(next);
      room -= next.size();
    }
  }

  /** The next one, unless it does not fit: then it is the first of the batch that follows. */
  private P next(int room) {
    P next = waiting.peek();
    // Another thread may take it first.
    while (next != null && next.size() <= room && !waiting.remove(next)) {
      next = waiting.peek();
    }
    return next != null && next.size() <= room ? next : null;
  }

  private P first() {
    P first = waiting.poll();
    try {
      return first == null && !closed
          ? waiting.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS)
          : first;
    } catch (InterruptedException ending) {
      close();
      return null;
    }
  }

  /** Takes in no more; what waits can still be taken. */
  public void close() {
    closed = true;
  }

  /** Whether nothing waits and nothing will come. */
  public boolean isOver() {
    return closed && waiting.isEmpty();
  }
}
