package calendar.bench.load;

import com.google.protobuf.MessageLite;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Methods with requests that are encoded beforehand. Only the length of an answer is read: the load
 * generator has the same processors as what it measures.
 */
public final class EncodedMethod {
  private EncodedMethod() {}

  public static MethodDescriptor<byte[], Integer> of(MethodDescriptor<?, ?> method) {
    return method.toBuilder(new Request(), new Length()).build();
  }

  /** A call of a method with a request. */
  public static Call call(MethodDescriptor<byte[], Integer> method, MessageLite request) {
    return new Call(method, request.toByteArray());
  }

  private static final class Request implements Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] bytes) {
      return new Bytes(bytes);
    }

    @Override
    public byte[] parse(InputStream stream) {
      throw new UnsupportedOperationException("requests are sent only");
    }
  }

  private static final class Length implements Marshaller<Integer> {
    @Override
    public InputStream stream(Integer length) {
      throw new UnsupportedOperationException("answers are received only");
    }

    @Override
    public Integer parse(InputStream stream) {
      try {
        return stream.available();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  /** Tells gRPC that {@code available()} is the whole length. */
  private static final class Bytes extends ByteArrayInputStream implements KnownLength {
    Bytes(byte[] bytes) {
      super(bytes);
    }
  }
}
