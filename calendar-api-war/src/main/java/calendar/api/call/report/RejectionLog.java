package calendar.api.call.report;

import static java.util.logging.Level.WARNING;

import calendar.text.VisibleText;
import io.grpc.Grpc;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * Logs the calls that were refused because they were too many or too large: those of a method, a
 * peer and a reason in one line, with their number. A line for each would be more work than the
 * calls, just when there is too much of it. Safe for use by any number of threads.
 */
public final class RejectionLog {
  private static final Logger LOG = Logger.getLogger(RejectionLog.class.getName());

  private final Map<Calls, Refused> refused = new ConcurrentHashMap<>();

  private record Calls(String method, SocketAddress peer, String reason) {}

  private record Refused(long count, Duration longest) {
    static final Refused NONE = new Refused(0, Duration.ZERO);

    Refused with(Duration duration) {
      return new Refused(count + 1, duration.compareTo(longest) > 0 ? duration : longest);
    }
  }

  /** Notes a call, to be told later. */
  public void note(ServerCall<?, ?> call, String reason, Duration duration) {
    Calls calls =
        new Calls(
            call.getMethodDescriptor().getBareMethodName(),
            call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR),
            reason);
    refused.compute(calls, (key, known) -> (known == null ? Refused.NONE : known).with(duration));
  }

  /** Writes a line for each method and peer that had calls refused since it was told last. */
  public void tell() {
    for (Calls calls : refused.keySet()) {
      Refused counted = refused.remove(calls);
      // Another thread may have told it: the server stops.
      if (counted != null) {
        LOG.log(WARNING, () -> line(calls, counted));
      }
    }
  }

  private static String line(Calls calls, Refused refused) {
    StringBuilder line = new StringBuilder(160);
    line.append(calls.method()).append(' ').append(Status.Code.RESOURCE_EXHAUSTED);
    line.append(' ');
    CallLog.appendMilliseconds(line, refused.longest());
    line.append(" ms peer=").append(calls.peer()).append(": ").append(refused.count());
    line.append(" calls were refused, the slowest after that time: ")
        .append(VisibleText.oneLine(calls.reason()));
    return line.toString();
  }
}
