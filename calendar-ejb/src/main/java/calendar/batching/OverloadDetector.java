package calendar.batching;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Decides when a queue has too much work and must reject more. A short burst is accepted. An
 * overload begins when more than {@value #PAUSE_SIZE} requests wait without a pause for 200 ms;
 * then only a limited number may wait. It ends after 300 ms without a rejection, once the queue is
 * nearly empty. A shorter pause, as during a garbage collection, does not end it. Safe for use by
 * any number of threads.
 */
public final class OverloadDetector {
  /** A queue that holds at most this many requests is in a pause. */
  static final int PAUSE_SIZE = 8;

  /** A burst is at most this long. */
  static final Duration LONGEST_BURST = Duration.ofMillis(200);

  /** An overload ends no earlier than this after the last rejection. */
  static final Duration RECOVERY = Duration.ofMillis(300);

  private final int overloadLimit;
  private final LongSupplier nanoTime;
  private volatile long lastPauseNanos;
  private volatile long lastRejectionNanos;

  /**
   * @param overloadLimit how many requests may wait during an overload
   */
  public OverloadDetector(int overloadLimit) {
    this(overloadLimit, System::nanoTime);
  }

  OverloadDetector(int overloadLimit, LongSupplier nanoTime) {
    this.overloadLimit = overloadLimit;
    this.nanoTime = nanoTime;
    this.lastPauseNanos = nanoTime.getAsLong();
    this.lastRejectionNanos = lastPauseNanos - RECOVERY.toNanos() - 1;
  }

  /**
   * Returns true if the caller must reject a request. Changes the state: a pause is noted, and so
   * is the rejection, which prolongs the overload. Call it once for each request.
   *
   * @param waiting how many requests the queue holds now
   */
  public boolean updateAndCheckOverload(int waiting) {
    long now = nanoTime.getAsLong();
    if (waiting <= PAUSE_SIZE && now - lastRejectionNanos > RECOVERY.toNanos()) {
      lastPauseNanos = now;
    }
    boolean overloaded = waiting >= overloadLimit && now - lastPauseNanos > LONGEST_BURST.toNanos();
    if (overloaded) {
      lastRejectionNanos = now;
    }
    return overloaded;
  }
}
