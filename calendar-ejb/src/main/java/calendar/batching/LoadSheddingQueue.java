package calendar.batching;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A bounded queue that rejects new items during an overload, so that accepted items never wait for
 * long. Safe for use by any number of threads.
 *
 * @param <T> the type of the items
 */
public final class LoadSheddingQueue<T> {
  /** How many items the queue holds at most. */
  public static final int CAPACITY = 1_024;

  private final BlockingQueue<T> items = new ArrayBlockingQueue<>(CAPACITY);
  private final OverloadDetector overload;

  /**
   * @param overloadLimit how many items may wait during an overload
   */
  public LoadSheddingQueue(int overloadLimit) {
    this(overloadLimit, System::nanoTime);
  }

  LoadSheddingQueue(int overloadLimit, LongSupplier nanoTime) {
    this.overload = new OverloadDetector(overloadLimit, nanoTime);
  }

  /** Adds an item. Returns false if the queue is full or overloaded. Never blocks. */
  boolean offer(T item) {
    return !updateAndCheckOverload() && items.offer(item);
  }

  /** As {@link OverloadDetector#updateAndCheckOverload} for this queue. */
  boolean updateAndCheckOverload() {
    return overload.updateAndCheckOverload(items.size());
  }

  /** Removes the first item. Returns null if the queue is empty. */
  T poll() {
    return items.poll();
  }

  /** Removes the first item. Waits for one; returns null if none comes in time. */
  T poll(Duration timeout) throws InterruptedException {
    return items.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns the first item and keeps it. Returns null if the queue is empty. */
  T peek() {
    return items.peek();
  }

  /** Removes this item. Returns false if another thread has removed it. */
  boolean remove(T item) {
    return items.remove(item);
  }

  boolean isEmpty() {
    return items.isEmpty();
  }
}
