package calendar.client.command.output;

import calendar.client.Address;
import calendar.client.command.output.text.TerminalText;
import calendar.client.command.output.text.TimeSpan;
import calendar.client.error.AccessDeniedException;
import calendar.client.error.CalendarCallException;
import calendar.client.error.EtagMismatchException;
import calendar.client.error.EventNotFoundException;
import calendar.client.error.GrantNotFoundException;
import calendar.client.error.OverloadedException;
import calendar.client.error.RateLimitedException;
import calendar.client.error.SeriesNotFoundException;
import calendar.client.error.TimeConflictException;
import calendar.client.error.UnauthenticatedException;
import calendar.client.error.UnreachableException;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Describes a failed call for people. */
public final class ErrorReport {
  /** In gRPC's words for an answer that is not HTTP/2: an alert, TLS 1.x. */
  private static final String TLS_ALERT = "first 5 bytes: 1503";

  /** In gRPC's words for a connection that ended without an answer. */
  private static final String CLOSED = "Network closed for unknown reason";

  /** In Netty's words for an answer that is not TLS. */
  private static final String NO_TLS_RECORD = "not an SSL/TLS record";

  private final Address server;
  private final ZoneId zone;

  public ErrorReport(Address server, ZoneId zone) {
    this.server = server;
    this.zone = zone;
  }

  /** The reason, in one line. */
  public String describe(CalendarCallException failure) {
    return TerminalText.oneLine(text(failure));
  }

  /** Lines to print after the description: the first conflicts of a series that was refused. */
  public List<String> details(CalendarCallException failure) {
    return failure instanceof TimeConflictException busy
        ? new ConflictLines(zone)
            .of(busy.conflicts(), busy.conflictCount()).stream().map("  "::concat).toList()
        : List.of();
  }

  private String text(CalendarCallException failure) {
    if (failure instanceof TimeConflictException busy && busy.conflictCount() > 0) {
      return "Busy: %s; nothing was booked or changed. --on-conflict=skip leaves them out"
          .formatted(ConflictLines.summary(busy.conflictCount()));
    }
    if (failure instanceof TimeConflictException busy) {
      return "Busy: the time overlaps event %s, from %s to %s"
          .formatted(
              busy.conflictingEventId(),
              moment(busy.conflictingStartTime()),
              moment(busy.conflictingEndTime()));
    }
    if (failure instanceof EventNotFoundException
        || failure instanceof SeriesNotFoundException
        || failure instanceof GrantNotFoundException) {
      return "Not found: " + failure.getMessage();
    }
    if (failure instanceof EtagMismatchException) {
      return "Changed since it was read: " + failure.getMessage();
    }
    if (failure instanceof OverloadedException) {
      return "Overloaded: %s has too many calls at once; try again later".formatted(server);
    }
    if (failure instanceof RateLimitedException limited) {
      return "Too many calls: %s permits you fewer; try again%s"
          .formatted(server, limited.retryDelay().map(ErrorReport::in).orElse(" later"));
    }
    if (failure instanceof UnauthenticatedException) {
      return "Not signed in: %s. --token-file names a file with your token"
          .formatted(failure.getMessage());
    }
    if (failure instanceof AccessDeniedException) {
      return "No access: %s; ask the owner for it".formatted(failure.getMessage());
    }
    if (failure instanceof UnreachableException unreachable) {
      return unreachable(unreachable);
    }
    return "Rejected (%s): %s".formatted(failure.code(), failure.getMessage());
  }

  private static String in(Duration delay) {
    return " in %s s".formatted(Math.max(1, delay.plusMillis(999).toSeconds()));
  }

  private String unreachable(UnreachableException failure) {
    if (failure.reason().isPresent()) {
      return "Unavailable: %s answered: %s".formatted(server, failure.getMessage());
    }
    return failure.code() == Status.Code.DEADLINE_EXCEEDED
        ? "No answer: %s did not answer within the timeout".formatted(server)
        : "Cannot reach %s: %s".formatted(server, cause(failure));
  }

  private static String cause(UnreachableException failure) {
    Throwable root = rootCause(failure);
    String words = root.getMessage();
    if (failure.needsTls() || words != null && words.contains(TLS_ALERT)) {
      return "it needs TLS. Use --tls, or --ca with the file of its authority";
    }
    if (words != null && words.endsWith(CLOSED)) {
      return "it closed the connection. If it needs TLS, use --tls, or --ca with the file of its authority";
    }
    if (words != null && words.startsWith(NO_TLS_RECORD)) {
      return "it speaks no TLS. Leave out --tls, --ca and --cert";
    }
    return isAboutTls(failure)
        ? "TLS failed: %s. --ca names the file of the authorities to trust".formatted(words)
        : words;
  }

  private static boolean isAboutTls(Throwable failure) {
    return failure instanceof SSLException
        || failure.getCause() != null && isAboutTls(failure.getCause());
  }

  /** gRPC reports only "io exception"; the root cause has the socket's error. */
  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private String moment(Optional<Instant> time) {
    return time.map(known -> TimeSpan.moment(known, zone)).orElse("an unknown time");
  }
}
