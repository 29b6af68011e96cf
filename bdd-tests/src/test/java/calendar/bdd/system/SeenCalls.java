package calendar.bdd.system;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The methods that were answered, and the reasons of refusals. Thread-safe. */
final class SeenCalls implements ClientInterceptor {
  private final Set<String> methods = ConcurrentHashMap.newKeySet();
  private final Set<String> reasons = ConcurrentHashMap.newKeySet();

  /** The simple names of the methods that answered OK at least once. */
  Set<String> methods() {
    return Set.copyOf(methods);
  }

  Set<String> reasons() {
    return Set.copyOf(reasons);
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                saw(method, status, trailers);
                super.onClose(status, trailers);
              }
            },
            headers);
      }
    };
  }

  private void saw(MethodDescriptor<?, ?> method, Status status, Metadata trailers) {
    if (status.isOk()) {
      methods.add(method.getBareMethodName());
      return;
    }
    StatusProto.fromStatusAndTrailers(status, trailers).getDetailsList().stream()
        .filter(detail -> detail.is(ErrorInfo.class))
        .forEach(
            detail -> {
              try {
                reasons.add(detail.unpack(ErrorInfo.class).getReason());
              } catch (InvalidProtocolBufferException e) {
                throw new AssertionError("a detail is not a valid ErrorInfo", e);
              }
            });
  }
}
