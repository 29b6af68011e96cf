package calendar.bdd.entrance;

import com.google.protobuf.Any;
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
import java.util.concurrent.ConcurrentSkipListSet;

/** Remembers which methods answered OK, and with which reasons others refused. Thread-safe. */
public final class SeenAnswers implements ClientInterceptor {
  private final Set<String> methods = new ConcurrentSkipListSet<>();
  private final Set<String> reasons = new ConcurrentSkipListSet<>();

  /** Full names of the methods that answered OK at least once. */
  public Set<String> methods() {
    return Set.copyOf(methods);
  }

  /** The reasons of all refusals. */
  public Set<String> reasons() {
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
                saw(method.getFullMethodName(), status, trailers);
                super.onClose(status, trailers);
              }
            },
            headers);
      }
    };
  }

  private void saw(String method, Status status, Metadata trailers) {
    if (status.isOk()) {
      methods.add(method);
      return;
    }
    com.google.rpc.Status details = StatusProto.fromStatusAndTrailers(status, trailers);
    for (Any detail : details.getDetailsList()) {
      if (detail.is(ErrorInfo.class)) {
        reasons.add(reason(detail));
      }
    }
  }

  private static String reason(Any detail) {
    try {
      return detail.unpack(ErrorInfo.class).getReason();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a detail is not a valid ErrorInfo", e);
    }
  }
}
