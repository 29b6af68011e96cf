package calendar.api.grpc;

import calendar.api.call.CalendarMethod;
import calendar.api.call.CallPipeline;
import calendar.api.call.Caller;
import calendar.error.OverloadedException;
import calendar.v1.CalendarServiceGrpc;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs the first steps of a call, before gRPC parses its request: rejects it if the server is
 * overloaded, and notes its caller.
 */
final class CallEntrance implements ServerInterceptor {
  private static final Context.Key<Caller> CALLER = Context.key("caller");

  /** By full name. */
  private static final Map<String, CalendarMethod> METHODS =
      CalendarServiceGrpc.getServiceDescriptor().getMethods().stream()
          .collect(
              Collectors.toMap(
                  MethodDescriptor::getFullMethodName,
                  method -> CalendarMethod.named(method.getBareMethodName())));

  private final CallPipeline pipeline;

  CallEntrance(CallPipeline pipeline) {
    this.pipeline = pipeline;
  }

  /** The caller of the call that this thread handles. */
  static Caller caller() {
    return CALLER.get();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (!pipeline.admits(METHODS.get(call.getMethodDescriptor().getFullMethodName()))) {
      call.close(Status.UNKNOWN.withCause(new OverloadedException()), new Metadata());
      return new ServerCall.Listener<>() {};
    }
    Caller caller = Caller.anonymous(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
    return Contexts.interceptCall(Context.current().withValue(CALLER, caller), call, headers, next);
  }
}
