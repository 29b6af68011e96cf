package calendar.api.grpc;

import calendar.error.InvalidArgumentException;
import calendar.error.Violation;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;

/**
 * Answers bytes that are no message of the contract with INVALID_ARGUMENT. By itself gRPC parses
 * where nobody can catch the failure, and the client would learn UNKNOWN.
 */
final class MalformedMessages implements ServerInterceptor {
  private MalformedMessages() {}

  /** The service, parsing its requests where a failure can be answered. */
  static ServerServiceDefinition refusedBy(ServerServiceDefinition service) {
    return ServerInterceptors.intercept(
        ServerInterceptors.useInputStreamMessages(service), new MalformedMessages());
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      private boolean refused;

      @Override
      public void onMessage(Q message) {
        try {
          super.onMessage(message);
        } catch (StatusRuntimeException unparseable) {
          refused = true;
          call.close(status(unparseable), new Metadata());
        }
      }

      @Override
      public void onHalfClose() {
        if (!refused) {
          super.onHalfClose();
        }
      }
    };
  }

  private static Status status(StatusRuntimeException unparseable) {
    Violation violation =
        new Violation("request", "must be a protobuf message of its type, with texts in UTF-8");
    return Status.UNKNOWN.withCause(new InvalidArgumentException(List.of(violation), unparseable));
  }
}
