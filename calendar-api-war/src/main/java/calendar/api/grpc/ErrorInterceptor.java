package calendar.api.grpc;

import static java.util.logging.Level.SEVERE;

import calendar.error.CalendarException;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Turns what a call failed with into its status. An error that is not the calendar's own is a bug:
 * the client learns a number, under which the log has the whole of it.
 */
final class ErrorInterceptor implements ServerInterceptor {
  private static final Logger LOG = Logger.getLogger(ErrorInterceptor.class.getName());

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    ServerCall<Q, A> mapping =
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            if (status.getCause() instanceof CalendarException error) {
              StatusRuntimeException told = ErrorStatus.of(error);
              trailers.merge(told.getTrailers());
              super.close(told.getStatus(), trailers);
            } else if (status.getCode() == Status.Code.UNKNOWN) {
              super.close(internal(call, status.getCause()), trailers);
            } else {
              super.close(status, trailers);
            }
          }
        };
    return next.startCall(mapping, headers);
  }

  private static Status internal(ServerCall<?, ?> call, Throwable cause) {
    UUID number = UUID.randomUUID();
    LOG.log(
        SEVERE,
        cause,
        () ->
            "internal error %s in %s: answered INTERNAL, please report it with what follows"
                .formatted(number, call.getMethodDescriptor().getBareMethodName()));
    return Status.INTERNAL.withDescription("internal error " + number);
  }
}
