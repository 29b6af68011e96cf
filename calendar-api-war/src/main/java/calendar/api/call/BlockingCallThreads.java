package calendar.api.call;

import calendar.batching.LoadSheddingQueue;
import calendar.batching.OverloadDetector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads for calls that block. There is one for each database connection that these calls may
 * use ({@link calendar.database.ConnectionShares#changers}): more threads would only wait for a
 * connection, or take one from other work. They are the container's threads, so look-ups in JNDI
 * work on them. Safe for use by several threads.
 */
public final class BlockingCallThreads implements Executor, AutoCloseable {
  private static final int OVERLOAD_LIMIT = 256;

  private final ThreadPoolExecutor threads;
  private final OverloadDetector overload = new OverloadDetector(OVERLOAD_LIMIT);

  public BlockingCallThreads(int count, ThreadFactory factory) {
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LoadSheddingQueue.CAPACITY),
            factory);
  }

  /**
   * Runs the work soon.
   *
   * @throws RejectedExecutionException if too much work waits already
   */
  @Override
  public void execute(Runnable work) {
    if (overload.updateAndCheckOverload(threads.getQueue().size())) {
      throw new RejectedExecutionException("too many calls wait for a thread");
    }
    threads.execute(work);
  }

  /** Interrupts the work that runs, and drops the work that waits. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
