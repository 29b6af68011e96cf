package calendar.api.call.report;

import static java.util.logging.Level.FINE;
import static java.util.logging.Level.INFO;

import calendar.text.VisibleText;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs each call: method, code, latency, peer, subject, and what went wrong. Calls of the calendar
 * are logged at INFO, others (health checks, reflection) at FINE. {@link RejectionLog} logs
 * rejected calls, many per line. Safe for use by several threads.
 */
public final class CallLog implements CallObserver {
  private static final Logger LOG = Logger.getLogger(CallLog.class.getName());

  private final RejectionLog rejections;

  public CallLog(RejectionLog rejections) {
    this.rejections = rejections;
  }

  @Override
  public void ended(EndedCall call) {
    if (call.isRejected()) {
      rejections.add(call);
      return;
    }
    Level level = call.kind() == EndedCall.Kind.CALENDAR ? INFO : FINE;
    // Names class and method: otherwise the logger walks the stack to find them, for each call.
    LOG.logp(level, LOG.getName(), "ended", () -> line(call));
  }

  /** Does not use a format string, which would cost more than the rest of a short call. */
  private static String line(EndedCall call) {
    StringBuilder line = new StringBuilder(128);
    line.append(call.method()).append(' ').append(call.code()).append(' ');
    appendMilliseconds(line, call.duration());
    line.append(" ms peer=").append(call.peer());
    appendSubject(line, call.subject());
    if (!call.description().isEmpty()) {
      // Escaped, because a description may contain text from the client, such as line breaks.
      line.append(": ").append(VisibleText.oneLine(call.description()));
    }
    return line.toString();
  }

  /** Appends the subject, if there is one, escaped: an issuer may put anything into it. */
  static void appendSubject(StringBuilder line, String subject) {
    if (!subject.isEmpty()) {
      line.append(" subject=").append(VisibleText.oneLine(subject));
    }
  }

  /** Appends milliseconds with three decimals. */
  static void appendMilliseconds(StringBuilder line, Duration duration) {
    long micros = duration.toNanos() / 1_000;
    line.append(micros / 1_000).append('.');
    String fraction = Long.toString(micros % 1_000);
    line.append("000", 0, 3 - fraction.length()).append(fraction);
  }
}
