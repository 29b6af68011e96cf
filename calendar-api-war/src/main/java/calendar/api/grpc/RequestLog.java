package calendar.api.grpc;

import static java.util.logging.Level.FINE;
import static java.util.logging.Level.INFO;

import calendar.v1.CalendarServiceGrpc;
import io.grpc.Grpc;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.time.Duration;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs each call: method, code, latency, peer, and what was wrong. Calls of other services than the
 * calendar's (health checks, reflection) are logged at debug level.
 */
final class RequestLog implements CallEnd.Observer {
  private static final Logger LOG = Logger.getLogger(RequestLog.class.getName());

  @Override
  public void ended(ServerCall<?, ?> call, Status status, Duration duration) {
    String service = call.getMethodDescriptor().getServiceName();
    Level level = CalendarServiceGrpc.SERVICE_NAME.equals(service) ? INFO : FINE;
    LOG.log(level, () -> line(call, status, duration));
  }

  private static String line(ServerCall<?, ?> call, Status status, Duration duration) {
    return String.format(
        Locale.ROOT,
        "%s %s %.3f ms peer=%s%s",
        call.getMethodDescriptor().getBareMethodName(),
        status.getCode(),
        duration.toNanos() / 1e6,
        call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR),
        status.getDescription() == null ? "" : ": " + oneLine(status.getDescription()));
  }

  /** Texts of clients are part of some descriptions: they must not forge lines of the log. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
