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
 * Calls the server's own port, each time over a new connection: so it sees whether new clients are
 * let in, and comes to all of the network's threads in turn. Safe for use by several threads.
 */
public final class SelfCheck {
  private static final Logger LOG = Logger.getLogger(SelfCheck.class.getName());

  /** A connection waits for 4 s at most when very many others begin before it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** More than two checks take when both are answered late, so that one may fail. */
  private static final Duration SILENCE = Duration.ofSeconds(8);

  private final InetSocketAddress server;
  private final OwnConnections own;
  private final Duration patience;
  private volatile boolean answered;
  private volatile long answerNanos;
  private boolean answeredBefore = true;

  /**
   * @param listening where the server listens, perhaps on all addresses
   */
  public SelfCheck(InetSocketAddress listening, OwnConnections own) {
    this(listening, own, PATIENCE);
  }

  SelfCheck(InetSocketAddress listening, OwnConnections own, Duration patience) {
    this.server =
        listening.getAddress().isAnyLocalAddress()
            ? new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getPort())
            : listening;
    this.own = own;
    this.patience = patience;
  }

  /** Whether the port has answered within the last 8 s. Does not wait for anything. */
  public boolean answers() {
    return answered && System.nanoTime() - answerNanos < SILENCE.toNanos();
  }

  /**
   * Lets the server do once what it must be able to do when no file can be opened any more: refuse
   * a connection, displace one, see one end and one break, answer a call. The classes for it are
   * loaded afterwards. Later they could not be read from their jars, and those that fail to load
   * once stay unusable.
   */
  public void rehearse() {
    expectEnd(Purpose.REHEARSE_REFUSAL);
    expectEnd(Purpose.REHEARSE_DISPLACEMENT);
    endNewcomer(false);
    endNewcomer(true);
    check();
  }

  /** Asks once, and notes the answer. Waits for it, 10 s at most. Never throws. */
  public synchronized void check() {
    try (OwnSocket connection = own.open(server, Purpose.CHECK, patience)) {
      HealthCall.make(connection.socket(), patience);
      answerNanos = System.nanoTime();
      answered = true;
      tell(true, "");
    } catch (IOException | RuntimeException | Error failure) {
      tell(answers(), failure.toString());
    }
  }

  private void expectEnd(Purpose purpose) {
    try (OwnSocket connection = own.open(server, purpose, patience)) {
      connection.socket().getInputStream().readAllBytes();
    } catch (IOException reset) {
      // An end, too.
    }
  }

  private void endNewcomer(boolean abruptly) {
    try (OwnSocket connection = own.open(server, Purpose.REHEARSE_ADMISSION, patience)) {
      connection.socket().getOutputStream().write(HealthCall.PREFACE.getBytes(US_ASCII));
      // The server answers with its settings, once the connection has begun.
      connection.socket().getInputStream().read();
      if (abruptly) {
        connection.socket().setSoLinger(true, 0);
      } else {
        connection.socket().shutdownOutput();
        connection.socket().getInputStream().readAllBytes();
      }
    } catch (IOException reset) {
      // An end, too.
    }
  }

  private void tell(boolean answers, String why) {
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
                  .formatted(server, why));
    }
  }
}
