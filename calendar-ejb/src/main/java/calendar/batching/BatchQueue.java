package calendar.batching;

import calendar.error.OverloadedException;
import calendar.error.StorageUnavailableException;
import java.time.Duration;
import java.util.Collection;

/**
 * Requests that wait for the next batch. Safe for use by any number of threads.
 *
 * @param <P> the type of the requests
 */
public final class BatchQueue<P extends Pending<?>> {
  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  private final LoadSheddingQueue<P> waiting;
  private final int batchSize;
  private volatile boolean closed;

  /**
   * @param batchSize the sum of {@link Pending#size} that a batch may have. A single larger request
   *     is a batch by itself
   * @param overloadLimit how many requests may wait during an overload
   */
  public BatchQueue(int batchSize, int overloadLimit) {
    this.waiting = new LoadSheddingQueue<>(overloadLimit);
    this.batchSize = batchSize;
  }

  /**
   * Adds a request. Never blocks.
   *
   * @throws OverloadedException if the queue is full or overloaded
   * @throws StorageUnavailableException if the queue is closed
   */
  public void submit(P pending) {
    if (!waiting.offer(pending)) {
      throw new OverloadedException();
    }
    // The workers may have ended between the two lines.
    if (closed && waiting.remove(pending)) {
      throw new StorageUnavailableException("the storage is closed: this server is stopping");
    }
  }

  /**
   * Returns true if {@link #submit} would accept a request now. False counts as a rejection: see
   * {@link OverloadDetector#updateAndCheckOverload}.
   */
  public boolean hasCapacity() {
    return !waiting.updateAndCheckOverload();
  }

  /**
   * Moves waiting requests into a batch. Waits up to 500 ms for the first one; the batch stays
   * empty if none comes. An interrupt closes the queue.
   *
   * @param batch receives each request as soon as it has left the queue, so that none is lost if
   *     this method throws
   */
  void drainInto(Collection<P> batch) {
    int room = batchSize;
    for (P next = first(); next != null; next = nextThatFits(room)) {
      batch.add(next);
      room -= next.size();
    }
  }

  /** Null if no request waits, or if the next one is too large: then it begins the next batch. */
  private P nextThatFits(int room) {
    P next = waiting.peek();
    // If another thread was faster, look at the request after that.
    while (next != null && next.size() <= room && !waiting.remove(next)) {
      next = waiting.peek();
    }
    return next != null && next.size() <= room ? next : null;
  }

  private P first() {
    P first = waiting.poll();
    try {
      return first == null && !closed ? waiting.poll(LONGEST_WAIT) : first;
    } catch (InterruptedException stopping) {
      close();
      return null;
    }
  }

  /** Rejects new requests. Requests that wait are still processed. */
  public void close() {
    closed = true;
  }

  /** Returns true if the queue is closed and empty. */
  boolean isFinished() {
    return closed && waiting.isEmpty();
  }
}
