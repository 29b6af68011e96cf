package calendar.batching;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.LongSupplier;

/**
 * A queue that takes in a burst, but not a flood. A burst is over soon, so it is taken in whole.
 * Once more than a few have been waiting for a while without a pause it is a flood: then only so
 * many may wait that they are worked on soon, and who is refused learns it at once. A flood is over
 * when there is a pause and nobody has been refused for a while: one that only falters, as at a
 * collection of garbage, would be let in again as a burst. Safe for use by any number of threads.
 *
 * @param <T> what waits in it
 */
public final class LoadSheddingQueue<T> extends ArrayBlockingQueue<T> {
  private static final long serialVersionUID = 1L;

  /** How many it holds at most. */
  public static final int CAPACITY = 1_024;

  /** While no more than these wait, there is a pause. */
  public static final int FEW = 8;

  /** A burst takes no longer. */
  public static final Duration BURST = Duration.ofMillis(200);

  /** How long nobody is refused before a pause is the end of a flood. */
  public static final Duration CALM = Duration.ofMillis(300);

  private final int mostInFlood;
  private final transient LongSupplier nanoTime;
  private volatile long pauseNanos;
  private volatile long refusalNanos;

  /**
   * @param mostInFlood how many may wait while there is a flood; fewer are never too many
   */
  public LoadSheddingQueue(int mostInFlood) {
    this(mostInFlood, System::nanoTime);
  }

  public LoadSheddingQueue(int mostInFlood, LongSupplier nanoTime) {
    super(CAPACITY);
    this.mostInFlood = mostInFlood;
    this.nanoTime = nanoTime;
    this.pauseNanos = nanoTime.getAsLong();
    this.refusalNanos = pauseNanos - CALM.toNanos() - 1;
  }

  /** Takes one in, unless it would wait for long; then the answer is no. Never waits itself. */
  @Override
  public boolean offer(T one) {
    return !isFlooded() && super.offer(one);
  }

  /** Whether too many wait to take in one more, who is then refused. */
  public boolean isFlooded() {
    int waiting = size();
    long now = nanoTime.getAsLong();
    if (waiting <= FEW && now - refusalNanos > CALM.toNanos()) {
      pauseNanos = now;
    }
    boolean flooded = waiting >= mostInFlood && now - pauseNanos > BURST.toNanos();
    if (flooded) {
      refusalNanos = now;
    }
    return flooded;
  }
}
