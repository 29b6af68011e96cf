package calendar.bench.load;

import io.grpc.MethodDescriptor;

/** A call that is ready to be sent: its request is encoded already. */
public record Call(MethodDescriptor<byte[], byte[]> method, byte[] request) {}
