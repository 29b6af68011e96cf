package calendar.bench.load;

import com.google.protobuf.MessageLite;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * A method with requests that are encoded beforehand. Answers are not read: the load generator has
 * the same processors as what it measures.
 */
record EncodedMethod(MethodDescriptor<byte[], byte[]> descriptor) {
  private static final byte[] UNREAD = {};

  static EncodedMethod of(MethodDescriptor<?, ?> method) {
    return new EncodedMethod(method.toBuilder(new Bytes(), new Bytes()).build());
  }

  /**
   * @param ownerId whose calendar it is about; empty if it is about none
   */
  Call call(String ownerId, MessageLite request) {
    return new Call(descriptor, request.toByteArray(), ownerId, "");
  }

  private static final class Bytes implements Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] request) {
      return new Sized(request);
    }

    @Override
    public byte[] parse(InputStream answer) {
      return UNREAD;
    }
  }

  /** Tells gRPC that {@code available()} is the whole length. */
  private static final class Sized extends ByteArrayInputStream implements KnownLength {
    Sized(byte[] bytes) {
      super(bytes);
    }
  }
}
