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

  /** Closes everything, even if one of the resources fails. Then throws that failure. */
  @Override
  public void close() {
    Runnable end = next();
    if (end != null) {
      try {
        end.run();
      } finally {
        close();
      }
    }
  }

  private synchronized Runnable next() {
    closed = true;
    return ends.poll();
  }
}
