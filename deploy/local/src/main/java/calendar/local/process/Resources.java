package calendar.local.process;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has been started, to be closed in the reverse order, by one thread while another may still
 * be starting more. Safe for use by several threads.
 */
public final class Resources implements AutoCloseable {
  private final Deque<Runnable> ends = new ArrayDeque<>();
  private boolean closed;

  /**
   * Takes charge of something.
   *
   * @param end closes it
   * @throws LocalException if all is being closed already; then this is closed too
   */
  public void add(Runnable end) {
    synchronized (this) {
      if (!closed) {
        ends.push(end);
        return;
      }
    }
    end.run();
    throw new LocalException("stopped while starting");
  }

  /** Closes everything; the first failure is thrown when all has been tried. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    RuntimeException failure = null;
    for (Runnable end = next(); end != null; end = next()) {
      try {
        end.run();
      } catch (RuntimeException oneFailure) {
        failure = failure == null ? oneFailure : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private synchronized Runnable next() {
    return ends.poll();
  }
}
