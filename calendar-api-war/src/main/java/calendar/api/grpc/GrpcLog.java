package calendar.api.grpc;

import static java.util.logging.Level.SEVERE;
import static java.util.logging.Level.WARNING;

import io.grpc.StatusRuntimeException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps gRPC's own stack traces out of the log: they say nothing more than a line does, and any
 * client could fill the log with them. A message that gRPC itself refuses, such as one over the
 * limit, is told in one line; a connection that ends before its calls is not told at all, since
 * {@link RequestLog} has a line for each of these.
 */
final class GrpcLog implements Filter {
  private static final Logger LOG = Logger.getLogger(GrpcLog.class.getName());

  /** Held here, since a logger that nobody holds is forgotten together with its filter. */
  private static final Logger STREAMS = Logger.getLogger("io.grpc.netty.NettyServerStream");

  private static final Logger CONNECTIONS = Logger.getLogger("io.grpc.netty.NettyServerHandler");

  static void shorten() {
    STREAMS.setFilter(new GrpcLog());
    // By its level: a filter comes after the server has put the entry together, a thousand times
    // when a connection with a thousand calls ends.
    CONNECTIONS.setLevel(SEVERE);
  }

  /** Leaves the log as gRPC writes it: the loggers outlive the application. */
  static void leave() {
    STREAMS.setFilter(null);
    CONNECTIONS.setLevel(null);
  }

  @Override
  public boolean isLoggable(LogRecord entry) {
    if (entry.getThrown() instanceof StatusRuntimeException refusal) {
      // A line of our own: a server may have written the trace into the entry already.
      LOG.log(WARNING, "a message was refused: {0}", refusal.getStatus().getDescription());
      return false;
    }
    return true;
  }
}
