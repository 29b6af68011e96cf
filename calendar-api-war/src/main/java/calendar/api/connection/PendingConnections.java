package calendar.api.connection;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The connections that have not sent their HTTP/2 settings yet, oldest first. The thread that
 * removes a connection decides what happens to it. Safe for use by several threads.
 */
final class PendingConnections {
  private final Set<PendingConnection> inOrder = new LinkedHashSet<>();

  synchronized void add(PendingConnection connection) {
    inOrder.add(connection);
  }

  /** Returns false if another thread has removed the connection before. */
  synchronized boolean remove(PendingConnection connection) {
    return inOrder.remove(connection);
  }

  /** Removes the oldest connection and returns it; returns null if there is none. */
  synchronized PendingConnection removeOldest() {
    Iterator<PendingConnection> oldest = inOrder.iterator();
    if (!oldest.hasNext()) {
      return null;
    }
    PendingConnection connection = oldest.next();
    oldest.remove();
    return connection;
  }
}
