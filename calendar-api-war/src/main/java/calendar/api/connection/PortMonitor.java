package calendar.api.connection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.logging.Level.SEVERE;
import static java.util.logging.Level.WARNING;

import io.grpc.ServerCall;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Limits the connections to the gRPC port, and watches from the start to the end whether the port
 * answers. Safe for use by any number of threads.
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
   * Computes the limit from the descriptors in use now: create it before the first connection.
   *
   * @param others how many connections of other kinds there may be: to the database, to HTTP
   * @param configured how many to the gRPC port; empty to allow as many as there is room for
   */
  public PortMonitor(int others, OptionalInt configured, MetricRegistry registry) {
    ConnectionBudget budget =
        new ConnectionBudget(FileDescriptors.limit(), FileDescriptors.open(), others, configured);
    if (!budget.complaint().isEmpty()) {
      LOG.log(WARNING, budget.complaint());
    }
    limit = new ConnectionLimit(budget, own);
    metrics = new ConnectionMetrics(registry, limit);
    log = new LossLog(limit);
  }

  /** For the listening channel. */
  public ConnectionLimit limit() {
    return limit;
  }

  /** Whether the call is one of the server's own checks, which say nothing about clients. */
  public boolean made(ServerCall<?, ?> call) {
    return own.made(call);
  }

  /** Calls the port for the first time, waits for the answer, and goes on calling it. */
  public void start(InetSocketAddress listening, ScheduledExecutorService scheduler) {
    SelfCheck first = new SelfCheck(listening, own);
    first.rehearse();
    check = first;
    every(CHECK_SECONDS, first::check, scheduler);
    every(COUNT_SECONDS, metrics::update, scheduler);
    every(LOG_SECONDS, log::tell, scheduler);
  }

  /** Whether the port has answered within the last seconds. Does not wait for anything. */
  public boolean answers() {
    SelfCheck started = check;
    return started != null && started.answers();
  }

  public void stop() {
    rounds.forEach(round -> round.cancel(false));
    log.tell();
  }

  private void every(long seconds, Runnable work, ScheduledExecutorService scheduler) {
    rounds.add(scheduler.scheduleWithFixedDelay(() -> runGuarded(work), seconds, seconds, SECONDS));
  }

  /** An exception must not end the rounds. */
  private static void runGuarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error bug) {
      LOG.log(SEVERE, "watching the gRPC port failed", bug);
    }
  }
}
