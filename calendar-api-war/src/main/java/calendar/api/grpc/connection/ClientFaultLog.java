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
 * Logs what clients do wrong on a connection, in one line that names the client. After the first
 * line of a kind the next comes a minute later at the earliest, with the number of those in
 * between: any client could fill the log otherwise. Safe for use by any number of threads.
 */
public final class ClientFaultLog {
  public static final Duration PAUSE = Duration.ofMinutes(1);

  private static final Logger LOG = Logger.getLogger(ClientFaultLog.class.getName());

  private final Clock clock;
  private final Map<Kind, Told> told = new EnumMap<>(Kind.class);

  /** What a client did, to be read after its name. */
  public enum Kind {
    HTTP1("spoke HTTP/1.1 to the gRPC port"),
    TLS("spoke TLS to the gRPC port, which has none"),
    PROXY("sent a PROXY header to the gRPC port, which expects none"),
    OTHER_BYTES("sent bytes to the gRPC port that are not HTTP/2"),
    HTTP2("broke the rules of HTTP/2"),
    MESSAGE("sent a message that was refused");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private record Told(Instant time, long since) {}

  public ClientFaultLog(Clock clock) {
    this.clock = clock;
  }

  /** Logs or counts it. */
  public void note(Kind kind, String peer) {
    note(kind, peer, "");
  }

  /**
   * Logs or counts it.
   *
   * @param reason more about it, or an empty text
   */
  public void note(Kind kind, String peer, String reason) {
    long others = othersToTell(kind);
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
    LOG.logp(WARNING, LOG.getName(), "note", line::toString);
  }

  /** How many were counted since the last line, or -1 if it is too early for another. */
  private synchronized long othersToTell(Kind kind) {
    Instant now = clock.instant();
    Told last = told.get(kind);
    if (last != null && now.isBefore(last.time().plus(PAUSE)) && !now.isBefore(last.time())) {
      told.put(kind, new Told(last.time(), last.since() + 1));
      return -1;
    }
    told.put(kind, new Told(now, 0));
    return last == null ? 0 : last.since();
  }
}
