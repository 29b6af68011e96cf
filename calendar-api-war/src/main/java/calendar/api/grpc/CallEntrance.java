package calendar.api.grpc;

import calendar.api.call.Authentication;
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
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Runs the first steps of a call, before gRPC parses its request: rejects it if the server is
 * overloaded, finds out who its caller is, and rejects it if they cannot prove it or make too many
 * calls. A caller whose token waits for a key of the issuer goes on; authorization waits for it.
 */
final class CallEntrance implements ServerInterceptor {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

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
  private final Authentication authentication;

  CallEntrance(CallPipeline pipeline, CallAudit audit, Authentication authentication) {
    this.pipeline = pipeline;
    this.audit = audit;
    this.authentication = authentication;
  }

  /** The caller of the call that this thread handles. */
  static Caller caller() {
    return CALLER.get();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    CalendarMethod method = METHODS.get(call.getMethodDescriptor().getFullMethodName());
    SocketAddress peer = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
    Caller caller = Caller.anonymous(peer);
    try {
      if (!pipeline.admits(method)) {
        throw new OverloadedException();
      }
      caller = authentication.identify(peer, () -> credentials(headers));
      IdentifiedCall.tell(call, caller);
      caller = authentication.count(caller);
    } catch (CalendarException refusal) {
      return refuse(call, method, caller, refusal);
    }
    return Contexts.interceptCall(Context.current().withValue(CALLER, caller), call, headers, next);
  }

  private <Q, A> ServerCall.Listener<Q> refuse(
      ServerCall<Q, A> call, CalendarMethod method, Caller caller, CalendarException refusal) {
    audit.refused(method, caller, refusal);
    call.close(Status.UNKNOWN.withCause(refusal), new Metadata());
    return new ServerCall.Listener<>() {};
  }

  /** Takes them out: nothing behind this needs them. */
  private static List<String> credentials(Metadata headers) {
    Iterable<String> values = headers.removeAll(AUTHORIZATION);
    return values == null ? List.of() : StreamSupport.stream(values.spliterator(), false).toList();
  }
}
