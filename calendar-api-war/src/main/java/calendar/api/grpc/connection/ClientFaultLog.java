package calendar.api.grpc.connection;

import static java.util.logging.Level.WARNING;

import calendar.text.VisibleText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Logger;

/**
 * Logs faults of clients on a connection, in one line that names the client. After a line, faults
 * of the same kind are only counted for one minute; the next line has their number. Otherwise any
 * client could fill the log. Safe for use by several threads.
 */
public final class ClientFaultLog {
  public static final Duration PAUSE = Duration.ofMinutes(1);

  private static final Logger LOG = Logger.getLogger(ClientFaultLog.class.getName());

  private final Clock clock;
  private final Map<Kind, LastLine> lastLines = new EnumMap<>(Kind.class);

  /** What a client did. The text follows the name of the client. */
  public enum Kind {
    HTTP1("spoke HTTP/1.1 to the gRPC port"),
    TLS("spoke TLS to the gRPC port, which has none"),
    NO_TLS("spoke plain text to the gRPC port, which needs TLS"),
    HANDSHAKE("failed to begin TLS on the gRPC port"),
    PROXY("sent a PROXY header to the gRPC port, which expects none"),
    OTHER_BYTES("sent bytes to the gRPC port that are not HTTP/2"),
    HTTP2("broke the rules of HTTP/2"),
    MESSAGE("sent a message that was refused");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** The time of the last line of a kind, and the number of faults since. */
  private record LastLine(Instant time, long countSince) {}

  public ClientFaultLog(Clock clock) {
    this.clock = clock;
  }

  /** Logs or counts a fault. */
  public void add(Kind kind, String peer) {
    add(kind, peer, "");
  }

  /**
   * Logs or counts a fault.
   *
   * @param reason details; may be empty
   */
  public void add(Kind kind, String peer, String reason) {
    long others = countOrStart(kind);
    if (others < 0) {
      return;
    }
    StringBuilder line = new StringBuilder(peer).append(' ').append(kind.words);
    if (!reason.isEmpty()) {
      line.append(": ").append(VisibleText.oneLine(reason));
    }
    if (others > 0) {
      line.append(" (and ").append(others).append(" more since the last such line)");
    }
    LOG.logp(WARNING, LOG.getName(), "add", line::toString);
  }

  /** Returns the faults counted since the last line, or -1 if it is too early for a new line. */
  private synchronized long countOrStart(Kind kind) {
    Instant now = clock.instant();
    LastLine last = lastLines.get(kind);
    if (last != null && now.isBefore(last.time().plus(PAUSE)) && !now.isBefore(last.time())) {
      lastLines.put(kind, new LastLine(last.time(), last.countSince() + 1));
      return -1;
    }
    lastLines.put(kind, new LastLine(now, 0));
    return last == null ? 0 : last.countSince();
  }
}
