package calendar.api.grpc;

import calendar.batching.LoadSheddingQueue;
import calendar.batching.OverloadDetector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that calls may block: as many as have a connection to the database, since one more
 * could only wait for one, or take that of other work ({@link
 * calendar.database.ConnectionShares#changers}). They are the container's, so that work on them
 * finds what it looks up there. Safe for use by any number of threads.
 */
final class RequestThreads implements Executor, AutoCloseable {
  private static final int OVERLOAD_LIMIT = 256;

  private final ThreadPoolExecutor threads;
  private final OverloadDetector overload = new OverloadDetector(OVERLOAD_LIMIT);

  RequestThreads(int count, ThreadFactory factory) {
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
   * @throws RejectedExecutionException if it could not be run soon
   */
  @Override
  public void execute(Runnable work) {
    if (overload.updateAndCheckOverload(threads.getQueue().size())) {
      throw new RejectedExecutionException("too many calls wait for a thread");
    }
    threads.execute(work);
  }

  /** Runs nothing more. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
