package calendar.api.grpc;

import calendar.api.call.Caller;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ServerCall;

/**
 * Passes the caller of a call outwards, from the interceptor that identifies it to the ones that
 * began before: they do not see its context.
 */
abstract class IdentifiedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
  IdentifiedCall(ServerCall<Q, A> call) {
    super(call);
  }

  /** Tells all interceptors around this call who its caller is. */
  static void tell(ServerCall<?, ?> call, Caller caller) {
    if (call instanceof IdentifiedCall<?, ?> identified) {
      identified.identifiedAs(caller);
    }
  }

  /** Called at most once, before the call ends. */
  void identifiedAs(Caller caller) {
    tell(delegate(), caller);
  }
}
