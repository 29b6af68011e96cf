package calendar.api.call;

import calendar.overload.PromptQueue;
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
public final class BlockingCallThreads implements Executor, AutoCloseable {
  private static final int MOST_IN_FLOOD = 256;

  private final ThreadPoolExecutor threads;

  public BlockingCallThreads(int count, ThreadFactory factory) {
    threads =
        new ThreadPoolExecutor(
            count, count, 0, TimeUnit.SECONDS, new PromptQueue<>(MOST_IN_FLOOD), factory);
  }

  /**
   * Runs the work soon.
   *
   * @throws RejectedExecutionException if it could not be run soon
   */
  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  /** Runs nothing more. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
