package calendar.api.call.report;

import static java.util.logging.Level.FINE;
import static java.util.logging.Level.INFO;

import calendar.api.grpc.CallEndInterceptor;
import calendar.text.VisibleText;
import calendar.v1.CalendarServiceGrpc;
import io.grpc.Grpc;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs each call: method, code, latency, peer, and what was wrong. Calls of other services than the
 * calendar's (health checks, reflection) are logged at debug level, and those that were too many or
 * too large together: {@link RejectionLog}.
 */
public final class CallLog implements CallEndInterceptor.Observer {
  private static final Logger LOG = Logger.getLogger(CallLog.class.getName());

  private final RejectionLog refusals;

  public CallLog(RejectionLog refusals) {
    this.refusals = refusals;
  }

  @Override
  public void ended(ServerCall<?, ?> call, Status status, Duration duration) {
    if (status.getCode() == Status.Code.RESOURCE_EXHAUSTED) {
      refusals.note(call, String.valueOf(status.getDescription()), duration);
      return;
    }
    String service = call.getMethodDescriptor().getServiceName();
    Level level = CalendarServiceGrpc.SERVICE_NAME.equals(service) ? INFO : FINE;
    // With the names of class and method: otherwise a walk over the stack finds them, each time.
    LOG.logp(level, LOG.getName(), "ended", () -> line(call, status, duration));
  }

  /** Put together by hand: a format would cost more than the rest of a short call. */
  private static String line(ServerCall<?, ?> call, Status status, Duration duration) {
    StringBuilder line = new StringBuilder(128);
    line.append(call.getMethodDescriptor().getBareMethodName());
    line.append(' ').append(status.getCode()).append(' ');
    appendMilliseconds(line, duration);
    line.append(" ms peer=").append(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
    if (status.getDescription() != null) {
      // Texts of clients are part of some descriptions: they must not forge lines of the log.
      line.append(": ").append(VisibleText.oneLine(status.getDescription()));
    }
    return line.toString();
  }

  /** With three digits after the point. */
  public static void appendMilliseconds(StringBuilder line, Duration duration) {
    long micros = duration.toNanos() / 1_000;
    line.append(micros / 1_000).append('.');
    String fraction = Long.toString(micros % 1_000);
    line.append("000", 0, 3 - fraction.length()).append(fraction);
  }
}
