package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.LogCapture;
import calendar.api.ServerLog;
import calendar.api.call.report.RejectionLog;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CreateEventRequest;
import calendar.v1.Event;
import com.google.protobuf.ByteString;
import com.google.rpc.BadRequest;
import io.grpc.CallOptions;
import io.grpc.Compressor;
import io.grpc.CompressorRegistry;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are rejected before they reach a method. */
class UnreadableMessageTest extends OnGrpcServer {
  @Test
  void rejectsTooLargeMessages() {
    Event large =
        event("ann", 1_000, 2_000).toBuilder().setDescription("d".repeat(5_000_000)).build();

    assertThat(refused(() -> create(large)).getStatus().getCode())
        .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    create(event("ann", 1_000, 2_000));
  }

  @Test
  void logsTooLargeMessageInOneLine() {
    List<LogRecord> entries =
        ServerLog.during(
            () ->
                refused(
                    () ->
                        create(
                            event("ann", 1, 2).toBuilder()
                                .setTitle("t".repeat(5_000_000))
                                .build())));

    assertThat(entries)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getThrown()).isNull();
              assertThat(new SimpleFormatter().formatMessage(entry))
                  .matches(
                      "127.0.0.1:\\d+ sent a message that was refused:"
                          + " gRPC message exceeds maximum size 4194304: 5\\d{6}");
            });
  }

  @Test
  void rejectsMalformedMessages() {
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

  @Test
  void rejectsMessagesTooLargeAfterDecompression() {
    Event large = event("ann", 1, 2).toBuilder().setTitle("t".repeat(5_000_000)).build();
    CreateEventRequest request = CreateEventRequest.newBuilder().setEvent(large).build();

    StatusRuntimeException packed =
        refused(() -> calendar.withCompression("gzip").createEvent(request));
    StatusRuntimeException plain = refused(() -> calendar.createEvent(request));

    for (StatusRuntimeException refusal : List.of(packed, plain)) {
      assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
      assertThat(refusal.getStatus().getDescription())
          .startsWith("gRPC message exceeds maximum size 4194304: ");
    }
  }

  @Test
  void logsTheSizeAfterDecompression() {
    Event large = event("ann", 1, 2).toBuilder().setTitle("t".repeat(5_000_000)).build();
    CreateEventRequest request = CreateEventRequest.newBuilder().setEvent(large).build();

    List<LogRecord> entries =
        ServerLog.during(
            () -> {
              refused(() -> calendar.withCompression("gzip").createEvent(request));
              awaitRejectionLine();
            });

    assertThat(entries)
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.getMessage())
                    .matches(
                        "CreateEvent RESOURCE_EXHAUSTED .* peer=.*: 1 calls rejected \\(time of the"
                            + " slowest\\): gRPC message exceeds maximum size 4194304: it is larger"
                            + " after decompression"));
  }

  /** The client may have its answer before the server has noted the end of the call. */
  private void awaitRejectionLine() {
    try (LogCapture lines = LogCapture.of(RejectionLog.class)) {
      await()
          .until(
              () -> {
                rejections.write();
                return !lines.entries().isEmpty();
              });
    }
  }

  @Test
  void acceptsCompressedMessages() {
    CreateEventRequest request =
        CreateEventRequest.newBuilder().setEvent(event("ann", 1, 2)).build();

    assertThat(calendar.withCompression("gzip").createEvent(request).getEvent().getTitle())
        .isEqualTo("Tea");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1f8b", "1f8b0800000000000000ffffffffff", "00", "6e6f7420677a6970"})
  void rejectsBrokenGzip(String hex) throws Exception {
    byte[] bytes = HexFormat.of().parseHex(hex);
    List<StatusRuntimeException> refusals = new ArrayList<>();

    List<LogRecord> entries =
        ServerLog.during(() -> refusals.add(refused(() -> callPacked("gzip", bytes))));

    assertThat(refusals.get(0).getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(detail(refusals.get(0), BadRequest.class).getFieldViolationsList())
        .singleElement()
        .satisfies(
            violation ->
                assertThat(violation.getDescription()).contains("the gzip data are broken"));
    assertThat(entries).isEmpty();
    create(event("ann", 1_000, 2_000));
  }

  @Test
  void namesAnUnknownEncoding() {
    List<StatusRuntimeException> refusals = new ArrayList<>();

    List<LogRecord> entries =
        ServerLog.during(() -> refusals.add(refused(() -> callPacked("snappy", new byte[] {1}))));

    assertThat(refusals.get(0).getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
    assertThat(refusals.get(0).getStatus().getDescription())
        .isEqualTo("Can't find decompressor for snappy");
    assertThat(entries).isEmpty();
  }

  /** Any client can send anything to health checks and reflection too. */
  @Test
  void logsNoStackTraceForMalformedMessages() {
    MethodDescriptor<ByteString, ByteString> health =
        HealthGrpc.getCheckMethod().toBuilder(new Raw(), new Raw()).build();
    List<StatusRuntimeException> refusals = new ArrayList<>();

    List<LogRecord> entries =
        ServerLog.during(
            () ->
                refusals.add(
                    refused(
                        () ->
                            ClientCalls.blockingUnaryCall(
                                channel,
                                health,
                                CallOptions.DEFAULT,
                                ByteString.copyFrom(new byte[] {(byte) 0xff, 1, 2})))));

    assertThat(refusals.get(0).getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(entries).isEmpty();
  }

  /** Sends bytes that claim to be in an encoding. */
  private void callPacked(String encoding, byte[] bytes) {
    CompressorRegistry registry = CompressorRegistry.newEmptyInstance();
    registry.register(new Pretended(encoding, bytes));
    ManagedChannel pretending =
        NettyChannelBuilder.forAddress(server.address())
            .usePlaintext()
            .compressorRegistry(registry)
            .build();
    try {
      CreateEventRequest request =
          CreateEventRequest.newBuilder().setEvent(event("ann", 1, 2)).build();
      CalendarServiceGrpc.newBlockingStub(pretending)
          .withCompression(encoding)
          .createEvent(request);
    } finally {
      pretending.shutdownNow();
    }
  }

  private record Pretended(String encoding, byte[] bytes) implements Compressor {
    @Override
    public String getMessageEncoding() {
      return encoding;
    }

    @Override
    public OutputStream compress(OutputStream sent) throws IOException {
      sent.write(bytes);
      OutputStream nowhere = OutputStream.nullOutputStream();
      return new OutputStream() {
        @Override
        public void write(int octet) throws IOException {
          nowhere.write(octet);
        }

        @Override
        public void close() throws IOException {
          sent.close();
        }
      };
    }
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
