package calendar.api.grpc;

import calendar.api.call.CalendarMethod;
import calendar.api.call.CallAudit;
import calendar.api.call.CallPipeline;
import calendar.api.call.Caller;
import calendar.error.CalendarException;
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
  private final CallAudit audit;

  CallEntrance(CallPipeline pipeline, CallAudit audit) {
    this.pipeline = pipeline;
    this.audit = audit;
  }

  /** The caller of the call that this thread handles. */
  static Caller caller() {
    return CALLER.get();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    CalendarMethod method = METHODS.get(call.getMethodDescriptor().getFullMethodName());
    Caller caller = Caller.anonymous(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
    if (!pipeline.admits(method)) {
      return refuse(call, method, caller, new OverloadedException());
    }
    return Contexts.interceptCall(Context.current().withValue(CALLER, caller), call, headers, next);
  }

  private <Q, A> ServerCall.Listener<Q> refuse(
      ServerCall<Q, A> call, CalendarMethod method, Caller caller, CalendarException refusal) {
    audit.refused(method, caller, refusal);
    call.close(Status.UNKNOWN.withCause(refusal), new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
