package calendar.bdd.entrance;

import calendar.v1.CalendarServiceGrpc;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * Sends a token with every call to the calendar. The caller is the owner that the request names,
 * unless the call has {@link #TOKEN}. Thread-safe.
 */
public final class CallsWithToken implements ClientInterceptor {
  /** What a call sends as its token, whatever owner it names. Empty: it sends none. */
  public static final CallOptions.Key<String> TOKEN = CallOptions.Key.create("token");

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  /** Of a request that names no owner. */
  private static final String SOMEBODY = "somebody";

  private static final String OWNER = "owner_id";

  private final Tokens tokens;

  CallsWithToken(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    ClientCall<Q, A> call = next.newCall(method, options);
    return CalendarServiceGrpc.SERVICE_NAME.equals(method.getServiceName())
        ? new StartedByRequest<>(call, options.getOption(TOKEN))
        : call;
  }

  private Optional<String> token(Object request, String given) {
    return given == null
        ? tokens.of(owner(request).orElse(SOMEBODY))
        : Optional.of(given).filter(token -> !token.isEmpty());
  }

  /** The owner of the request, or of the event or series in it. */
  static Optional<String> owner(Object request) {
    if (!(request instanceof Message message)) {
      return Optional.empty();
    }
    FieldDescriptor own = message.getDescriptorForType().findFieldByName(OWNER);
    if (own != null) {
      return Optional.of((String) message.getField(own)).filter(owner -> !owner.isEmpty());
    }
    return List.of("event", "series").stream()
        .map(message.getDescriptorForType()::findFieldByName)
        .filter(field -> field != null && field.getJavaType() == JavaType.MESSAGE)
        .findFirst()
        .flatMap(field -> owner(message.getField(field)));
  }

  /** The headers go out first, but only the request says who calls: so it starts the call. */
  private final class StartedByRequest<Q, A> extends SimpleForwardingClientCall<Q, A> {
    private final String given;
    private Listener<A> listener;
    private Metadata headers;
    private int requested;
    private boolean started;

    StartedByRequest(ClientCall<Q, A> call, String given) {
      super(call);
      this.given = given;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      this.listener = listener;
      this.headers = headers;
    }

    @Override
    public void request(int messages) {
      if (started) {
        super.request(messages);
      } else {
        requested += messages;
      }
    }

    @Override
    public void sendMessage(Q request) {
      if (!started) {
        token(request, given).ifPresent(token -> headers.put(AUTHORIZATION, "Bearer " + token));
        started = true;
        super.start(listener, headers);
        super.request(requested);
      }
      super.sendMessage(request);
    }

    @Override
    public boolean isReady() {
      return started && super.isReady();
    }
  }
}
