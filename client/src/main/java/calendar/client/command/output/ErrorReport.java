package calendar.client.command.output;

import calendar.client.Address;
import calendar.client.CalendarCallException;
import calendar.client.EtagMismatchException;
import calendar.client.EventNotFoundException;
import calendar.client.OverloadedException;
import calendar.client.TimeConflictException;
import calendar.client.UnreachableException;
import io.grpc.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Describes a failed call in one line for people. */
public final class ErrorReport {
  private final Address server;
  private final ZoneId zone;

  public ErrorReport(Address server, ZoneId zone) {
    this.server = server;
    this.zone = zone;
  }

  public String describe(CalendarCallException failure) {
    return TerminalText.oneLine(text(failure));
  }

  private String text(CalendarCallException failure) {
    if (failure instanceof TimeConflictException busy) {
      return "Busy: the time overlaps event %s, from %s to %s"
          .formatted(
              busy.conflictingEventId(),
              moment(busy.conflictingStartTime()),
              moment(busy.conflictingEndTime()));
    }
    if (failure instanceof EventNotFoundException) {
      return "Not found: " + failure.getMessage();
    }
    if (failure instanceof EtagMismatchException) {
      return "Changed since it was read: " + failure.getMessage();
    }
    if (failure instanceof OverloadedException) {
      return "Overloaded: %s has too many calls at once; try again later".formatted(server);
    }
    if (failure instanceof UnreachableException) {
      return unreachable(failure);
    }
    return "Rejected (%s): %s".formatted(failure.code(), failure.getMessage());
  }

  private String unreachable(CalendarCallException failure) {
    if (failure.reason().isPresent()) {
      return "Unavailable: %s answered: %s".formatted(server, failure.getMessage());
    }
    return failure.code() == Status.Code.DEADLINE_EXCEEDED
        ? "No answer: %s did not answer within the timeout".formatted(server)
        : "Cannot reach %s: %s".formatted(server, rootCause(failure).getMessage());
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
