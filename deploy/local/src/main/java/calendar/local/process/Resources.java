package calendar.local.process;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Running resources, closed in reverse order. One thread may close them while another starts more.
 * Safe for use by several threads.
 */
public final class Resources implements AutoCloseable {
  private final Deque<Runnable> ends = new ArrayDeque<>();
  private boolean closed;

  /**
   * Adds a resource.
   *
   * @param end closes it
   * @throws LocalException if the resources are already closed; then this one is closed too
   */
  public void add(Runnable end) {
    synchronized (this) {
      if (!closed) {
        ends.push(end);
        return;
      }
    }
    end.run();
    throw new LocalException("Stopped while starting");
  }

  /** Closes everything, then throws the first failure. */
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
