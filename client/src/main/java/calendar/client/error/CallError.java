package calendar.client.error;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The status and error details of a failed call (AIP-193). */
public record CallError(Throwable cause, Status status, List<Any> details) {

  /** Part of what a port with TLS answers to plain text. */
  private static final String NEEDS_TLS = "This port needs TLS";

  /** Reads the status and the details of a failed call. */
  public static CallError of(Throwable cause) {
    com.google.rpc.Status rich = StatusProto.fromThrowable(cause);
    return new CallError(
        cause, Status.fromThrowable(cause), rich == null ? List.of() : rich.getDetailsList());
  }

  /** Returns the exception class for this error's reason. */
  public CalendarCallException toException() {
    return switch (reason() == null ? "" : reason()) {
      case "DATE_BUSY" -> new TimeConflictException(this);
      case "EVENT_NOT_FOUND" -> new EventNotFoundException(this);
      case "SERIES_NOT_FOUND" -> new SeriesNotFoundException(this);
      case "INVALID_ARGUMENT" -> new InvalidArgumentException(this);
      case "ETAG_MISMATCH" -> new EtagMismatchException(this);
      case "ICAL_UID_EXISTS" -> new IcalUidExistsException(this);
      case "OVERLOADED" -> new OverloadedException(this);
      case "RATE_LIMITED" -> new RateLimitedException(this);
      case "UNAUTHENTICATED" -> new UnauthenticatedException(this);
      case "ACCESS_DENIED" -> new AccessDeniedException(this);
      case "GRANT_NOT_FOUND" -> new GrantNotFoundException(this);
      case "TOO_MANY_GRANTS" -> new TooManyGrantsException(this);
      default ->
          switch (code()) {
            // This client never cancels calls. CANCELLED means that a server or proxy stopped.
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED -> new UnreachableException(this);
            case PERMISSION_DENIED ->
                needsTls() ? new UnreachableException(this) : new CalendarCallException(this);
            default -> new CalendarCallException(this);
          };
    };
  }

  /** Whether the server refuses connections without TLS: it says so, and closes the connection. */
  boolean needsTls() {
    return message().contains(NEEDS_TLS);
  }

  Status.Code code() {
    return status.getCode();
  }

  String message() {
    return status.getDescription() == null ? code().toString() : status.getDescription();
  }

  /** The reason from the API contract, or null. */
  String reason() {
    return detail(ErrorInfo.class)
        .filter(info -> info.getDomain().equals("calendar"))
        .map(ErrorInfo::getReason)
        .orElse(null);
  }

  Map<String, String> metadata() {
    return detail(ErrorInfo.class).map(ErrorInfo::getMetadataMap).orElse(Map.of());
  }

  Optional<Duration> retryDelay() {
    return detail(RetryInfo.class)
        .filter(RetryInfo::hasRetryDelay)
        .map(RetryInfo::getRetryDelay)
        .map(delay -> Duration.ofSeconds(delay.getSeconds(), delay.getNanos()));
  }

  <M extends Message> Optional<M> detail(Class<M> type) {
    return details.stream().filter(any -> any.is(type)).findFirst().flatMap(any -> open(any, type));
  }

  private static <M extends Message> Optional<M> open(Any any, Class<M> type) {
    try {
      return Optional.of(any.unpack(type));
    } catch (InvalidProtocolBufferException undecodable) {
      return Optional.empty();
    }
  }
}
