package calendar.api.grpc;

import calendar.error.InvalidArgumentException;
import calendar.error.Violation;
import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.EOFException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Answers bytes that are no message of the contract with INVALID_ARGUMENT. By itself gRPC parses
 * where nobody can catch the failure, and the client would learn UNKNOWN. So it is given requests
 * as bytes, which are parsed here; the bytes are gRPC's own, not copied. Compressed bytes are
 * unpacked while they are parsed: more than a message may have is RESOURCE_EXHAUSTED.
 */
final class MalformedMessages {
  /** In the words that gRPC has for one that is too large as it comes. */
  private static final Status TOO_LARGE_UNPACKED =
      Status.RESOURCE_EXHAUSTED.withDescription(
          "gRPC message exceeds maximum size %d: it is larger once it is unpacked"
              .formatted(GrpcServer.LARGEST_MESSAGE_BYTES));

  private MalformedMessages() {}

  /** The service, parsing its requests where a failure can be answered. */
  static ServerServiceDefinition refusedBy(ServerServiceDefinition service) {
    List<ServerMethodDefinition<InputStream, ?>> methods =
        service.getMethods().stream()
            .<ServerMethodDefinition<InputStream, ?>>map(MalformedMessages::parsing)
            .toList();
    ServiceDescriptor.Builder descriptor =
        ServiceDescriptor.newBuilder(service.getServiceDescriptor().getName())
            .setSchemaDescriptor(service.getServiceDescriptor().getSchemaDescriptor());
    methods.forEach(method -> descriptor.addMethod(method.getMethodDescriptor()));
    ServerServiceDefinition.Builder parsing = ServerServiceDefinition.builder(descriptor.build());
    methods.forEach(parsing::addMethod);
    return parsing.build();
  }

  private static <Q, A> ServerMethodDefinition<InputStream, A> parsing(
      ServerMethodDefinition<Q, A> method) {
    MethodDescriptor<Q, A> descriptor = method.getMethodDescriptor();
    return ServerMethodDefinition.create(
        descriptor.toBuilder(new Bytes(), descriptor.getResponseMarshaller()).build(),
        (call, headers) ->
            new Parsing<>(
                call,
                descriptor.getRequestMarshaller(),
                method.getServerCallHandler().startCall(typed(call), headers)));
  }

  /** Of the type of requests a call knows only the marshaller, which nobody asks it for. */
  @SuppressWarnings("unchecked")
  private static <Q, A> ServerCall<Q, A> typed(ServerCall<InputStream, A> call) {
    return (ServerCall<Q, A>) call;
  }

  private static final class Bytes implements Marshaller<InputStream> {
    @Override
    public InputStream parse(InputStream stream) {
      return stream;
    }

    @Override
    public InputStream stream(InputStream value) {
      return value;
    }
  }

  private static final class Parsing<Q> extends ForwardingServerCallListener<InputStream> {
    private final ServerCall<?, ?> call;
    private final Marshaller<Q> marshaller;
    private final ServerCall.Listener<Q> listener;
    private boolean refused;

    Parsing(ServerCall<?, ?> call, Marshaller<Q> marshaller, ServerCall.Listener<Q> listener) {
      this.call = call;
      this.marshaller = marshaller;
      this.listener = listener;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected ServerCall.Listener<InputStream> delegate() {
      return (ServerCall.Listener<InputStream>) listener;
    }

    @Override
    public void onMessage(InputStream bytes) {
      Q message;
      try {
        message = marshaller.parse(bytes);
      } catch (StatusRuntimeException unparseable) {
        refused = true;
        call.close(status(unparseable), new Metadata());
        return;
      }
      listener.onMessage(message);
    }

    @Override
    public void onHalfClose() {
      if (!refused) {
        listener.onHalfClose();
      }
    }
  }

  private static Status status(StatusRuntimeException unparseable) {
    if (unparseable.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED) {
      return TOO_LARGE_UNPACKED;
    }
    String expected =
        isCaused(unparseable, ZipException.class) || isCaused(unparseable, EOFException.class)
            ? "must be compressed as its grpc-encoding says: the gzip data are broken"
            : "must be a protobuf message of its type, with texts in UTF-8";
    Violation violation = new Violation("request", expected);
    return Status.UNKNOWN.withCause(new InvalidArgumentException(List.of(violation), unparseable));
  }

  private static boolean isCaused(Throwable failure, Class<? extends Throwable> cause) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause::isInstance);
  }
}
