package calendar.api.connection;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The connections that have sent no HTTP/2 settings yet. To remove one decides what becomes of it,
 * so only one thread does. Safe for use by any number of threads.
 */
final class PendingConnections {
  private final Set<PendingConnection> inOrder = new LinkedHashSet<>();

  synchronized void add(PendingConnection newcomer) {
    inOrder.add(newcomer);
  }

  /** Returns false if another thread was first. */
  synchronized boolean remove(PendingConnection newcomer) {
    return inOrder.remove(newcomer);
  }

  /** The one that has been here longest; null if there is none. */
  synchronized PendingConnection removeOldest() {
    Iterator<PendingConnection> oldest = inOrder.iterator();
    if (!oldest.hasNext()) {
      return null;
    }
    PendingConnection newcomer = oldest.next();
    oldest.remove();
    return newcomer;
  }
}
