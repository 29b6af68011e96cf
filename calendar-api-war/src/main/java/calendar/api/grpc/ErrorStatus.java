package calendar.api.grpc;

import calendar.api.call.error.Conflicts;
import calendar.api.call.error.Failure;
import calendar.api.call.error.FailureReason;
import calendar.api.call.error.Failures;
import calendar.api.message.SeriesMessages;
import calendar.error.OverloadedException;
import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** Translates failures to gRPC statuses with details (AIP-193). */
final class ErrorStatus {
  private static final String DOMAIN = "calendar";

  /** Created once, because an overload produces many of it. */
  private static final StatusRuntimeException OVERLOADED =
      detailed(Failures.of(new OverloadedException(), ""));

  private ErrorStatus() {}

  /** The status of a failure. Its trailers must not be changed, and may be null. */
  static StatusRuntimeException of(Failure failure) {
    return switch (failure.reason()) {
      case OVERLOADED -> OVERLOADED;
      case INTERNAL ->
          io.grpc.Status.INTERNAL.withDescription(failure.message()).asRuntimeException();
      default -> detailed(failure);
    };
  }

  private static StatusRuntimeException detailed(Failure failure) {
    ErrorInfo info =
        ErrorInfo.newBuilder()
            .setDomain(DOMAIN)
            .setReason(failure.reason().name())
            .putAllMetadata(failure.metadata())
            .build();
    Status.Builder status =
        Status.newBuilder()
            .setCode(code(failure.reason()).getNumber())
            .setMessage(ErrorLimits.message(failure.message()))
            .addDetails(Any.pack(info));
    if (!failure.violations().isEmpty()) {
      status.addDetails(Any.pack(ErrorLimits.fields(failure.violations())));
    }
    Conflicts conflicts = failure.conflicts();
    if (conflicts.count() > 0) {
      status.addDetails(Any.pack(SeriesMessages.message(conflicts.first(), conflicts.count())));
    }
    failure.retryAfter().ifPresent(delay -> status.addDetails(Any.pack(retryInfo(delay))));
    return StatusProto.toStatusRuntimeException(status.build());
  }

  private static Code code(FailureReason reason) {
    return switch (reason) {
      case DATE_BUSY, TOO_MANY_GRANTS -> Code.FAILED_PRECONDITION;
      case ICAL_UID_EXISTS -> Code.ALREADY_EXISTS;
      case EVENT_NOT_FOUND, SERIES_NOT_FOUND, GRANT_NOT_FOUND -> Code.NOT_FOUND;
      case INVALID_ARGUMENT -> Code.INVALID_ARGUMENT;
      case ETAG_MISMATCH -> Code.ABORTED;
      case STORAGE_UNAVAILABLE, ISSUER_UNAVAILABLE -> Code.UNAVAILABLE;
      case OVERLOADED, RATE_LIMITED -> Code.RESOURCE_EXHAUSTED;
      case UNAUTHENTICATED -> Code.UNAUTHENTICATED;
      case ACCESS_DENIED -> Code.PERMISSION_DENIED;
      case INTERNAL -> Code.INTERNAL;
    };
  }

  private static RetryInfo retryInfo(java.time.Duration delay) {
    return RetryInfo.newBuilder()
        .setRetryDelay(
            Duration.newBuilder().setSeconds(delay.getSeconds()).setNanos(delay.getNano()))
        .build();
  }
}
