package calendar.api.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.logging.Level.WARNING;

import calendar.api.connection.OwnConnections.OwnSocket;
import calendar.api.connection.OwnConnections.Purpose;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.logging.Logger;

/**
 * Calls the server's own port, each time over a new connection. So it notices if new clients cannot
 * connect, and reaches all network threads in turn. Safe for use by several threads.
 */
public final class SelfCheck {
  private static final Logger LOG = Logger.getLogger(SelfCheck.class.getName());

  /** A connection waits for at most 4 s if very many others begin before it. */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** Longer than two late checks take, so that one check may fail. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(8);

  private final InetSocketAddress server;
  private final OwnConnections own;
  private final Duration timeout;
  private volatile boolean answered;
  private volatile long answerNanos;
  private boolean answeredBefore = true;

  /**
   * @param listening where the server listens, perhaps on all addresses
   */
  public SelfCheck(InetSocketAddress listening, OwnConnections own) {
    this(listening, own, TIMEOUT);
  }

  SelfCheck(InetSocketAddress listening, OwnConnections own, Duration timeout) {
    this.server =
        listening.getAddress().isAnyLocalAddress()
            ? new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getPort())
            : listening;
    this.own = own;
    this.timeout = timeout;
  }

  /** Returns true if the port has answered within the last 8 s. Does not block. */
  public boolean answers() {
    return answered && System.nanoTime() - answerNanos < LONGEST_SILENCE.toNanos();
  }

  /**
   * Makes the server do once what it must be able to do without a free file descriptor: refuse a
   * connection, displace one, see one end and one break, answer a call. This loads the classes for
   * it. Later they could not be read from their jars, and a class that fails to load once stays
   * unusable.
   */
  public void rehearse() {
    expectEnd(Purpose.REHEARSE_REFUSAL);
    expectEnd(Purpose.REHEARSE_DISPLACEMENT);
    endConnection(false);
    endConnection(true);
    check();
  }

  /** Calls the port once and waits for the answer, for at most 10 s. Never throws. */
  public synchronized void check() {
    try (OwnSocket connection = own.open(server, Purpose.CHECK, timeout)) {
      HealthCall.make(connection.socket(), timeout);
      answerNanos = System.nanoTime();
      answered = true;
      report(true, "");
    } catch (IOException | RuntimeException | Error failure) {
      report(answers(), failure.toString());
    }
  }

  private void expectEnd(Purpose purpose) {
    try (OwnSocket connection = own.open(server, purpose, timeout)) {
      connection.socket().getInputStream().readAllBytes();
    } catch (IOException reset) {
      // A reset ends the connection, too.
    }
  }

  private void endConnection(boolean abruptly) {
    try (OwnSocket connection = own.open(server, Purpose.REHEARSE_ADMISSION, timeout)) {
      connection.socket().getOutputStream().write(HealthCall.PREFACE.getBytes(US_ASCII));
      // The server sends its settings once it has accepted the connection.
      connection.socket().getInputStream().read();
      if (abruptly) {
        connection.socket().setSoLinger(true, 0);
      } else {
        connection.socket().shutdownOutput();
        connection.socket().getInputStream().readAllBytes();
      }
    } catch (IOException reset) {
      // A reset ends the connection, too.
    }
  }

  private void report(boolean answers, String reason) {
    if (answeredBefore == answers) {
      return;
    }
    answeredBefore = answers;
    if (answers) {
      LOG.info(() -> "gRPC on %s answers its own health check again".formatted(server));
    } else {
      LOG.log(
          WARNING,
          () ->
              "gRPC on %s does not answer its own health check: %s. Readiness is down until it does"
                  .formatted(server, reason));
    }
  }
}
