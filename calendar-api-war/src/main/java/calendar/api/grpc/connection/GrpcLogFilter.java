package calendar.api.grpc.connection;

import static java.util.logging.Level.INFO;
import static java.util.logging.Level.SEVERE;

import calendar.api.call.report.CallLog;
import calendar.api.grpc.connection.ClientFaultLog.Kind;
import io.grpc.StatusRuntimeException;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps gRPC's own stack traces out of the log: they say nothing more than a line does, and any
 * client could fill the log with them. A message that gRPC itself refuses, such as one over the
 * limit, is one line in the log, and so is a connection that breaks the rules of HTTP/2: {@link
 * ClientFaultLog}.
 *
 * <p>Of connections it tells only what is severe. Its warnings are gone: of calls that end because
 * their connection does; and, on a connection that lives, of stream errors, of exceptions while
 * headers, data or a reset are read, of answers to pings that were not sent, and of a proxy that
 * keeps the header {@code te} from it. {@link CallLog} is told of each call that got as far as a
 * method how it ended here: as OK, if it was answered, whether or not the client has read that. A
 * call that gRPC refuses before that is told by nobody.
 */
public final class GrpcLogFilter implements Filter {
  /** Held here, since a logger that nobody holds is forgotten together with its filter. */
  private static final Logger STREAMS = Logger.getLogger("io.grpc.netty.NettyServerStream");

  private static final Logger CONNECTIONS = Logger.getLogger("io.grpc.netty.NettyServerHandler");

  /** Why connections ended. */
  private static final Logger ENDS =
      Logger.getLogger("io.grpc.netty.NettyServerTransport.connections");

  private final ClientFaultLog faults;
  private final Level levelBefore = CONNECTIONS.getLevel();
  private final Level endsBefore = ENDS.getLevel();

  public GrpcLogFilter(ClientFaultLog faults) {
    this.faults = faults;
  }

  public void shorten() {
    STREAMS.setFilter(this);
    ENDS.setFilter(this);
    // At the log level warn, too: what is INFO here becomes a warning of our own.
    ENDS.setLevel(INFO);
    // By its level: a filter comes after the server has put the entry together, a thousand times
    // when a connection with a thousand calls ends.
    CONNECTIONS.setLevel(SEVERE);
  }

  /** Leaves the log as it was when this was made: the loggers outlive the application. */
  public void leave() {
    STREAMS.setFilter(null);
    ENDS.setFilter(null);
    CONNECTIONS.setLevel(levelBefore);
    ENDS.setLevel(endsBefore);
  }

  @Override
  public boolean isLoggable(LogRecord entry) {
    // Lines of our own: a server may have written the trace into the entry already.
    if (entry.getLoggerName().equals(ENDS.getName()) && entry.getThrown() != null) {
      if (entry.getLevel().intValue() >= INFO.intValue()) {
        faults.note(Kind.HTTP2, CurrentPeer.current(), reason(entry.getThrown()));
      }
      return false;
    }
    if (entry.getThrown() instanceof StatusRuntimeException refusal) {
      faults.note(
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
