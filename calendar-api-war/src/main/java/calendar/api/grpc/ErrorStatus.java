package calendar.api.grpc;

import calendar.error.CalendarException;
import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.error.IcalUidExistsException;
import calendar.error.InvalidArgumentException;
import calendar.error.OverloadedException;
import calendar.error.StorageUnavailableException;
import calendar.error.TimeConflictException;
import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Map;

/** The calendar's errors as gRPC tells them (AIP-193). This is the one place that maps them. */
final class ErrorStatus {
  private static final String DOMAIN = "calendar";
  private static final RetryInfo IN_A_SECOND =
      RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setSeconds(1)).build();

  /** Made once: under a flood there is no time to. */
  private static final StatusRuntimeException OVERLOADED =
      StatusProto.toStatusRuntimeException(message(new OverloadedException()));

  private ErrorStatus() {}

  /**
   * The status that tells the error, with trailers that must not be changed.
   *
   * @throws IllegalArgumentException for a kind of error that this place does not know
   */
  static StatusRuntimeException of(CalendarException error) {
    return error instanceof OverloadedException
        ? OVERLOADED
        : StatusProto.toStatusRuntimeException(message(error));
  }

  private static Status message(CalendarException error) {
    if (error instanceof TimeConflictException busy) {
      return status(Code.FAILED_PRECONDITION, error, "DATE_BUSY", conflict(busy)).build();
    }
    if (error instanceof IcalUidExistsException existing) {
      Map<String, String> metadata =
          Map.of("existing_event_id", existing.existingEventId().toString());
      return status(Code.ALREADY_EXISTS, error, "ICAL_UID_EXISTS", metadata).build();
    }
    if (error instanceof EventNotFoundException) {
      return status(Code.NOT_FOUND, error, "EVENT_NOT_FOUND", Map.of()).build();
    }
    if (error instanceof InvalidArgumentException invalid) {
      return status(Code.INVALID_ARGUMENT, error, "INVALID_ARGUMENT", Map.of())
          .addDetails(Any.pack(badRequest(invalid)))
          .build();
    }
    if (error instanceof EtagMismatchException) {
      return status(Code.ABORTED, error, "ETAG_MISMATCH", Map.of()).build();
    }
    if (error instanceof StorageUnavailableException) {
      return status(Code.UNAVAILABLE, error, "STORAGE_UNAVAILABLE", Map.of())
          .addDetails(Any.pack(IN_A_SECOND))
          .build();
    }
    if (error instanceof OverloadedException) {
      return status(Code.RESOURCE_EXHAUSTED, error, "OVERLOADED", Map.of())
          .addDetails(Any.pack(IN_A_SECOND))
          .build();
    }
    throw new IllegalArgumentException("no status for " + error.getClass().getName(), error);
  }

  private static Status.Builder status(
      Code code, CalendarException error, String reason, Map<String, String> metadata) {
    ErrorInfo info =
        ErrorInfo.newBuilder().setDomain(DOMAIN).setReason(reason).putAllMetadata(metadata).build();
    return Status.newBuilder()
        .setCode(code.getNumber())
        .setMessage(error.getMessage())
        .addDetails(Any.pack(info));
  }

  private static Map<String, String> conflict(TimeConflictException busy) {
    return Map.of(
        "conflicting_event_id", busy.conflictingEventId().toString(),
        "conflicting_start_time", busy.conflictingStartTime().toString(),
        "conflicting_end_time", busy.conflictingEndTime().toString());
  }

  private static BadRequest badRequest(InvalidArgumentException invalid) {
    BadRequest.Builder badRequest = BadRequest.newBuilder();
    invalid
        .violations()
        .forEach(
            violation ->
                badRequest.addFieldViolations(
                    FieldViolation.newBuilder()
                        .setField(violation.field())
                        .setDescription(violation.expected())));
    return badRequest.build();
  }
}
