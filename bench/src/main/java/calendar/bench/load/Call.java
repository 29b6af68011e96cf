package calendar.bench.load;

import io.grpc.MethodDescriptor;

/**
 * A call that is ready to be sent: its request is encoded already.
 *
 * @param ownerId whose calendar it is about; empty if it is about none
 * @param authorization the header that says who calls; empty if nothing does
 */
public record Call(
    MethodDescriptor<byte[], byte[]> method, byte[] request, String ownerId, String authorization) {

  /** The same call with this header. */
  public Call by(String caller) {
    return new Call(method, request, ownerId, caller);
  }

  /** Without the caller's token. */
  @Override
  public String toString() {
    return "Call[%s, %s]".formatted(method.getFullMethodName(), ownerId);
  }
}
