package calendar.api.call.report;

import java.net.SocketAddress;
import java.time.Duration;

/**
 * A call that has ended: with an answer, or because the client cancelled or the deadline passed.
 *
 * @param method such as {@code CreateEvent}
 * @param peer the address of the client's connection
 * @param subject who the client has proved to be; empty if the server does not know
 * @param code how the call ended, in the words of its protocol, such as {@code NOT_FOUND}
 * @param description what went wrong; empty if there is nothing to say
 * @param isRejected true if the call was too much work or too large
 * @param duration from the arrival of the call to its end
 */
public record EndedCall(
    Kind kind,
    String method,
    SocketAddress peer,
    String subject,
    String code,
    String description,
    boolean isRejected,
    Duration duration) {

  /** What a call is for. */
  public enum Kind {
    /** A call of the calendar. */
    CALENDAR,
    /** A call for operators and tools, such as a health check. */
    SERVICE,
    /** A call with any number of answers; its duration says nothing. */
    STREAM
  }
}
