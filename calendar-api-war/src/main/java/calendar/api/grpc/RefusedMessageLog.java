package calendar.api.grpc;

import static java.util.logging.Level.WARNING;

import io.grpc.StatusRuntimeException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Tells of a message that gRPC itself refuses, such as one over the limit, in one line. gRPC would
 * add a stack trace, which says nothing more, and which any client could fill the log with.
 */
final class RefusedMessageLog implements Filter {
  private static final Logger LOG = Logger.getLogger(RefusedMessageLog.class.getName());

  /** Held here, since a logger that nobody holds is forgotten together with its filter. */
  private static final Logger STREAMS = Logger.getLogger("io.grpc.netty.NettyServerStream");

  static void shorten() {
    STREAMS.setFilter(new RefusedMessageLog());
  }

  /** Leaves the log as gRPC writes it: the logger outlives the application. */
  static void leave() {
    STREAMS.setFilter(null);
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
