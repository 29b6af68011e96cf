package calendar.overload;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.LongSupplier;

/**
 * A queue that takes in a burst, but not a flood. A burst is over soon, so it is taken in whole.
 * Once more than a few have been waiting for a while without a pause it is a flood: then only so
 * many may wait that they are worked on soon, and who is refused learns it at once. Safe for use by
 * any number of threads.
 *
 * @param <T> what waits in it
 */
public final class PromptQueue<T> extends ArrayBlockingQueue<T> {
  private static final long serialVersionUID = 1L;

  /** How many it holds at most. */
  static final int CAPACITY = 1_024;

  /** How many may wait while there is a flood; fewer are never too many. */
  static final int MANY = 256;

  /** While no more than these wait, there is a pause. */
  static final int FEW = 8;

  /** A burst takes no longer. */
  static final Duration BURST = Duration.ofMillis(200);

  private final transient LongSupplier nanoTime;
  private volatile long pauseNanos;

  public PromptQueue() {
    this(System::nanoTime);
  }

  PromptQueue(LongSupplier nanoTime) {
    super(CAPACITY);
    this.nanoTime = nanoTime;
    this.pauseNanos = nanoTime.getAsLong();
  }

  /** Takes one in, unless it would wait for long; then the answer is no. Never waits itself. */
  @Override
  public boolean offer(T one) {
    return !isFlooded() && super.offer(one);
  }

  /** Whether too many wait to take in one more. */
  public boolean isFlooded() {
    int waiting = size();
    long now = nanoTime.getAsLong();
    if (waiting <= FEW) {
      pauseNanos = now;
    }
    return waiting >= MANY && now - pauseNanos > BURST.toNanos();
  }
}
