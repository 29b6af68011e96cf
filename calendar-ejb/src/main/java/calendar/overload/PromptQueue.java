package calendar.overload;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.ToLongFunction;

/**
 * A queue that takes in a burst, but not a flood: where many wait, and the first of them for too
 * long already, it takes no more. So what it takes is worked on soon, and who is refused learns it
 * at once. Few that wait for long are no flood: a program that has just started is slow. Safe for
 * use by any number of threads.
 *
 * @param <T> what waits in it
 */
public final class PromptQueue<T> extends ArrayBlockingQueue<T> {
  private static final long serialVersionUID = 1L;

  /** How many it holds at most. */
  static final int CAPACITY = 1_024;

  /** Fewer than so many are never too many. */
  static final int MANY = 256;

  private static final Duration LONGEST_WAIT = Duration.ofMillis(150);

  private final transient ToLongFunction<T> sinceNanos;

  /**
   * @param sinceNanos tells since when one waits, by {@link System#nanoTime}
   */
  public PromptQueue(ToLongFunction<T> sinceNanos) {
    super(CAPACITY);
    this.sinceNanos = sinceNanos;
  }

  /** Takes one in, unless it would wait for long; then the answer is no. Never waits itself. */
  @Override
  public boolean offer(T one) {
    return !isFlooded() && super.offer(one);
  }

  /** Whether too many wait to take in one more. */
  public boolean isFlooded() {
    if (size() < MANY) {
      return false;
    }
    T first = peek();
    return first != null
        && System.nanoTime() - sinceNanos.applyAsLong(first) > LONGEST_WAIT.toNanos();
  }
}
