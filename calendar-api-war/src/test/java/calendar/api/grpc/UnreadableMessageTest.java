package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CalendarServiceGrpc;
import calendar.v1.Event;
import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** Messages that no method ever sees. */
class UnreadableMessageTest extends OnGrpcServer {
  @Test
  void aMessageOverTheLimitIsRefusedAsSuch() {
    Event large =
        event("ann", 1_000, 2_000).toBuilder().setDescription("d".repeat(5_000_000)).build();

    assertThat(refused(() -> create(large)).getStatus().getCode())
        .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    create(event("ann", 1_000, 2_000));
  }

  @Test
  void aMessageOverTheLimitIsOneLineInTheLog() {
    Queue<LogRecord> entries = new ConcurrentLinkedQueue<>();
    Handler noting = noting(entries);
    Logger log = Logger.getLogger("");
    log.addHandler(noting);
    try {
      refused(() -> create(event("ann", 1, 2).toBuilder().setTitle("t".repeat(5_000_000)).build()));
    } finally {
      log.removeHandler(noting);
    }

    assertThat(entries)
        .filteredOn(entry -> !entry.getLoggerName().equals(RequestLog.class.getName()))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getThrown()).isNull();
              assertThat(new SimpleFormatter().formatMessage(entry))
                  .matches(
                      "a message was refused: gRPC message exceeds maximum size 4194304: 5\\d{6}");
            });
  }

  @Test
  void bytesThatAreNoMessageAreAnInvalidArgument() {
    StatusRuntimeException garbage =
        refused(() -> callRaw(ByteString.copyFrom(new byte[] {(byte) 0xff, 1, 2})));
    StatusRuntimeException notUtf8 =
        refused(
            () ->
                callRaw(
                    ByteString.copyFrom(new byte[] {0x0a, 4, 0x12, 2, (byte) 0xc3, (byte) 0x28})));

    assertThat(garbage.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(notUtf8.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    create(event("ann", 1_000, 2_000));
  }

  private void callRaw(ByteString bytes) {
    MethodDescriptor<ByteString, ByteString> raw =
        CalendarServiceGrpc.getCreateEventMethod().toBuilder(new Raw(), new Raw()).build();
    ClientCalls.blockingUnaryCall(channel, raw, CallOptions.DEFAULT, bytes);
  }

  private static final class Raw implements MethodDescriptor.Marshaller<ByteString> {
    @Override
    public InputStream stream(ByteString bytes) {
      return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public ByteString parse(InputStream stream) {
      try {
        return ByteString.readFrom(stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
