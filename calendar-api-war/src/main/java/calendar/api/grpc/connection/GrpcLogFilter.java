package calendar.api.grpc.connection;

import static java.util.logging.Level.INFO;
import static java.util.logging.Level.SEVERE;

import calendar.api.grpc.connection.ClientFaultLog.Kind;
import io.grpc.StatusRuntimeException;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps gRPC's own stack traces out of the log: they say no more than a line does, and any client
 * could fill the log with them. {@link ClientFaultLog} writes one line for a message that gRPC
 * itself rejects, such as one over the size limit, and for a connection that breaks the rules of
 * HTTP/2.
 *
 * <p>The log has only severe entries of gRPC's connections. Their warnings are dropped: about calls
 * that end with their connection, stream errors, exceptions while headers, data or a reset are
 * read, answers to pings that were not sent, and a proxy that removes the header {@code te}. {@link
 * calendar.api.call.report.CallLog} still logs each call that reached a method. It logs an answered
 * call as OK, whether or not the client has read the answer. A call that gRPC rejects before it
 * reaches a method is not logged at all.
 */
public final class GrpcLogFilter implements Filter {
  /** In a field, because an unused logger is garbage collected together with its filter. */
  private static final Logger STREAMS = Logger.getLogger("io.grpc.netty.NettyServerStream");

  private static final Logger CONNECTIONS = Logger.getLogger("io.grpc.netty.NettyServerHandler");

  /** Logs why connections ended. */
  private static final Logger ENDS =
      Logger.getLogger("io.grpc.netty.NettyServerTransport.connections");

  private final ClientFaultLog faults;
  private final Level levelBefore = CONNECTIONS.getLevel();
  private final Level endsBefore = ENDS.getLevel();

  public GrpcLogFilter(ClientFaultLog faults) {
    this.faults = faults;
  }

  /** Starts filtering. */
  public void install() {
    STREAMS.setFilter(this);
    ENDS.setFilter(this);
    // Also if the log level is warn: an INFO entry here becomes a warning of ours.
    ENDS.setLevel(INFO);
    // By level, not by filter: the server formats an entry before it asks the filter. That would
    // happen a thousand times when a connection with a thousand calls ends.
    CONNECTIONS.setLevel(SEVERE);
  }

  /** Restores the loggers, because they outlive the application. */
  public void uninstall() {
    STREAMS.setFilter(null);
    ENDS.setFilter(null);
    CONNECTIONS.setLevel(levelBefore);
    ENDS.setLevel(endsBefore);
  }

  @Override
  public boolean isLoggable(LogRecord entry) {
    // Replaced by lines of ours: the server may have written the stack trace into the entry.
    if (entry.getLoggerName().equals(ENDS.getName()) && entry.getThrown() != null) {
      if (entry.getLevel().intValue() >= INFO.intValue()) {
        faults.add(Kind.HTTP2, CurrentPeer.current(), reason(entry.getThrown()));
      }
      return false;
    }
    if (entry.getThrown() instanceof StatusRuntimeException refusal) {
      faults.add(
          Kind.MESSAGE,
          CurrentPeer.current(),
          String.valueOf(refusal.getStatus().getDescription()));
      return false;
    }
    return true;
  }

  private static String reason(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
