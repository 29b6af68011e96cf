package calendar.api.connection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.logging.Level.SEVERE;
import static java.util.logging.Level.WARNING;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Limits the connections to the gRPC port, and checks all the time whether the port answers. Safe
 * for use by several threads.
 */
public final class PortMonitor {
  private static final Logger LOG = Logger.getLogger(PortMonitor.class.getName());
  private static final long CHECK_SECONDS = 2;
  private static final long COUNT_SECONDS = 1;
  private static final long LOG_SECONDS = 10;

  private final OwnConnections own = new OwnConnections();
  private final ConnectionLimit limit;
  private final ConnectionMetrics metrics;
  private final LossLog log;
  private final List<Future<?>> rounds = new ArrayList<>();
  private volatile SelfCheck check;

  /**
   * Computes the limit from the file descriptors in use now, so create it before the first
   * connection.
   *
   * @param others the most connections of other kinds: to the database, to HTTP
   * @param configured the most connections to the gRPC port; empty for as many as possible
   * @param addresses limits the connections from one address
   */
  public PortMonitor(
      int others, OptionalInt configured, AddressLimit addresses, MetricRegistry registry) {
    ConnectionBudget budget =
        new ConnectionBudget(FileDescriptors.limit(), FileDescriptors.open(), others, configured);
    if (!budget.problem().isEmpty()) {
      LOG.log(WARNING, budget.problem());
    }
    limit = new ConnectionLimit(budget, own, addresses);
    metrics = new ConnectionMetrics(registry, limit);
    log = new LossLog(limit);
  }

  /** The handler for the listening channel. */
  public ConnectionLimit limit() {
    return limit;
  }

  /** Returns true if the server itself opened the connection from that address. */
  public boolean isOwnConnection(SocketAddress peer) {
    return own.isOwn(peer);
  }

  /** Calls the port once and waits for the answer. Then calls it every two seconds. */
  public void start(InetSocketAddress listening, ScheduledExecutorService scheduler) {
    SelfCheck first = new SelfCheck(listening, own);
    first.rehearse();
    check = first;
    every(CHECK_SECONDS, first::check, scheduler);
    every(COUNT_SECONDS, metrics::update, scheduler);
    every(LOG_SECONDS, log::write, scheduler);
  }

  /** Returns true if the port has answered within the last 8 seconds. Does not block. */
  public boolean answers() {
    SelfCheck started = check;
    return started != null && started.answers();
  }

  public void stop() {
    rounds.forEach(round -> round.cancel(false));
    log.write();
  }

  private void every(long seconds, Runnable work, ScheduledExecutorService scheduler) {
    rounds.add(scheduler.scheduleWithFixedDelay(() -> runGuarded(work), seconds, seconds, SECONDS));
  }

  /** Catches everything: an exception would end the scheduled checks. */
  private static void runGuarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error bug) {
      LOG.log(SEVERE, "Checking the gRPC port failed; it is checked again in a few seconds", bug);
    }
  }
}
