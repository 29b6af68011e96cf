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
 * Answers bytes that are not a message of the API with INVALID_ARGUMENT. By default gRPC parses
 * requests where the failure cannot be caught, and the client gets UNKNOWN. So gRPC passes on the
 * bytes, without copying them, and this class parses them. Compressed bytes are decompressed while
 * they are parsed; a message that becomes larger than the limit gets RESOURCE_EXHAUSTED.
 */
final class MalformedMessages {
  /** Begins like gRPC's own description for a message that is too large. */
  private static final Status TOO_LARGE_UNPACKED =
      Status.RESOURCE_EXHAUSTED.withDescription(
          "gRPC message exceeds maximum size %d: it is larger after decompression"
              .formatted(GrpcServer.LARGEST_MESSAGE_BYTES));

  private MalformedMessages() {}

  /** A service that rejects malformed requests, and passes others on to the given service. */
  static ServerServiceDefinition rejecting(ServerServiceDefinition service) {
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

  /** Safe: only the call's request marshaller has this type, and it is not used. */
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
    private boolean rejected;

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
      } catch (StatusRuntimeException malformed) {
        rejected = true;
        call.close(status(malformed), new Metadata());
        return;
      }
      listener.onMessage(message);
    }

    @Override
    public void onHalfClose() {
      if (!rejected) {
        listener.onHalfClose();
      }
    }
  }

  private static Status status(StatusRuntimeException malformed) {
    if (malformed.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED) {
      return TOO_LARGE_UNPACKED;
    }
    String expected =
        isCaused(malformed, ZipException.class) || isCaused(malformed, EOFException.class)
            ? "must be compressed as its grpc-encoding says: the gzip data are broken"
            : "must be a protobuf message of its type, with strings in UTF-8";
    Violation violation = new Violation("request", expected);
    return Status.UNKNOWN.withCause(new InvalidArgumentException(List.of(violation), malformed));
  }

  private static boolean isCaused(Throwable failure, Class<? extends Throwable> cause) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause::isInstance);
  }
}
