package calendar.api.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts lost connections by kind. Safe for use by several threads. */
final class Losses {
  private final Map<Loss, LongAdder> counts = new ConcurrentHashMap<>();
  private final Map<Loss, Object> last = new ConcurrentHashMap<>();

  Losses() {
    for (Loss loss : Loss.values()) {
      counts.put(loss, new LongAdder());
    }
  }

  /**
   * Counts one.
   *
   * @param detail the peer or the reason; its text is for the log
   */
  void add(Loss loss, Object detail) {
    last.put(loss, detail);
    counts.get(loss).increment();
  }

  /** The number since the start of the server. */
  long count(Loss loss) {
    return counts.get(loss).sum();
  }

  /** The detail of the last one, as text. */
  String last(Loss loss) {
    return String.valueOf(last.get(loss));
  }
}
