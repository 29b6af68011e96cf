package calendar.api.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the connections that were lost. Safe for use by any number of threads. */
final class Losses {
  private final Map<Loss, LongAdder> counts = new ConcurrentHashMap<>();
  private final Map<Loss, Object> last = new ConcurrentHashMap<>();

  Losses() {
    for (Loss loss : Loss.values()) {
      counts.put(loss, new LongAdder());
    }
  }

  /** Counts one. The text of {@code what} names the peer, or the reason. */
  void add(Loss loss, Object what) {
    last.put(loss, what);
    counts.get(loss).increment();
  }

  /** How many there were since the start. */
  long count(Loss loss) {
    return counts.get(loss).sum();
  }

  /** What the last one was about, as text. */
  String last(Loss loss) {
    return String.valueOf(last.get(loss));
  }
}
