package calendar.api.grpc;

import calendar.api.call.error.Failures;
import calendar.error.CalendarException;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** Gives a call that ended with an exception the status of its {@link Failures failure}. */
final class ErrorInterceptor implements ServerInterceptor {

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    ServerCall<Q, A> mapping =
        new IdentifiedCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            if (status.getCause() instanceof CalendarException
                || status.getCode() == Status.Code.UNKNOWN) {
              StatusRuntimeException error = status(call, status.getCause());
              if (error.getTrailers() != null) {
                trailers.merge(error.getTrailers());
              }
              super.close(error.getStatus(), trailers);
            } else {
              super.close(status, trailers);
            }
          }
        };
    return next.startCall(mapping, headers);
  }

  private static StatusRuntimeException status(ServerCall<?, ?> call, Throwable cause) {
    return ErrorStatus.of(Failures.of(cause, call.getMethodDescriptor().getBareMethodName()));
  }
}
