package calendar.bdd.system;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

/**
 * Sends each call with the token of its caller: of the owner whose calendar the request is about,
 * unless the step names somebody else.
 */
final class CallerTokens implements ClientInterceptor {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  /** Who calls where a request says nothing about an owner. */
  private static final String ANYBODY = "anybody";

  private final Tokens tokens;

  CallerTokens(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      private Listener<A> listener;
      private Metadata headers;
      private int requested;

      /** Later: only the request tells who calls. */
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        this.listener = listener;
        this.headers = headers;
      }

      @Override
      public void request(int count) {
        if (listener == null) {
          super.request(count);
        } else {
          requested += count;
        }
      }

      @Override
      public void sendMessage(Q request) {
        if (listener != null) {
          begin(caller(options, request));
        }
        super.sendMessage(request);
      }

      private void begin(Caller caller) {
        if (caller.signedIn()) {
          tokens.of(caller.subject()).ifPresent(t -> headers.put(AUTHORIZATION, "Bearer " + t));
        }
        super.start(listener, headers);
        listener = null;
        super.request(requested);
      }
    };
  }

  private static Caller caller(CallOptions options, Object request) {
    Caller named = options.getOption(Caller.OPTION);
    return named == null ? new Caller(owner(request), true) : named;
  }

  /** The field {@code owner_id} of the request, or of the event or series in it. */
  private static String owner(Object request) {
    if (!(request instanceof Message message)) {
      return ANYBODY;
    }
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (field.getName().equals("owner_id")) {
        return known((String) message.getField(field));
      }
      if (field.getName().equals("event") || field.getName().equals("series")) {
        return owner(message.getField(field));
      }
    }
    return ANYBODY;
  }

  /** What cannot be an owner cannot be a subject either. */
  private static String known(String owner) {
    return owner.isEmpty() || owner.length() > 128 || owner.indexOf('\0') >= 0 ? ANYBODY : owner;
  }
}
