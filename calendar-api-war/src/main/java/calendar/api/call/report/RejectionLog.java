package calendar.api.call.report;

import static java.util.logging.Level.WARNING;

import calendar.text.VisibleText;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * Logs rejected calls: one line with a count for each method, peer, subject and reason. One line
 * per call would cost more than the calls, just when the server is overloaded. Safe for use by
 * several threads.
 */
public final class RejectionLog {
  private static final Logger LOG = Logger.getLogger(RejectionLog.class.getName());

  private final Map<Calls, Count> counts = new ConcurrentHashMap<>();

  private record Calls(
      String method, String code, SocketAddress peer, String subject, String reason) {}

  private record Count(long calls, Duration longest) {
    static final Count NONE = new Count(0, Duration.ZERO);

    Count with(Duration duration) {
      return new Count(calls + 1, duration.compareTo(longest) > 0 ? duration : longest);
    }
  }

  /** Counts a call; {@link #write} logs it later. */
  void add(EndedCall call) {
    Calls calls =
        new Calls(call.method(), call.code(), call.peer(), call.subject(), call.description());
    counts.compute(
        calls, (key, count) -> (count == null ? Count.NONE : count).with(call.duration()));
  }

  /** Logs what was counted since the last call of this method. */
  public void write() {
    for (Calls calls : counts.keySet()) {
      Count count = counts.remove(calls);
      // Null if another thread has just logged it, while the server stops.
      if (count != null) {
        LOG.log(WARNING, () -> line(calls, count));
      }
    }
  }

  private static String line(Calls calls, Count count) {
    StringBuilder line = new StringBuilder(160);
    line.append(calls.method()).append(' ').append(calls.code()).append(' ');
    CallLog.appendMilliseconds(line, count.longest());
    line.append(" ms peer=").append(calls.peer());
    CallLog.appendSubject(line, calls.subject());
    line.append(": ").append(count.calls());
    line.append(" calls rejected (time of the slowest): ")
        .append(VisibleText.oneLine(calls.reason()));
    return line.toString();
  }
}
