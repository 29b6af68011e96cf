package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import calendar.event.Calendar;
import calendar.event.EventStorage;
import calendar.event.memory.MemoryEventStorage;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import calendar.v1.CreateEventRequest;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server over a real connection, on a calendar in memory. */
class GrpcServerTest {
  private static final int THREADS = 2;
  private static final int QUEUE = 2;

  private final List<String> ends = new CopyOnWriteArrayList<>();
  private final AtomicBoolean storageAnswers = new AtomicBoolean(true);
  private final AtomicInteger signs = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private final CountDownLatch readsMayGo = new CountDownLatch(1);
  private volatile boolean readsWait;
  private ThreadPoolExecutor threads;
  private RequestExecutor executor;
  private GrpcServer server;
  private ManagedChannel channel;
  private CalendarServiceBlockingStub calendar;

  @BeforeEach
  void start() throws Exception {
    threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE));
    EventStorage storage = new HeldStorage(new MemoryEventStorage(), this::onRead);
    executor = new RequestExecutor(threads, new NotedState());
    server =
        new GrpcServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new CalendarService(new Calendar(storage, Clock.systemUTC()), executor),
            (call, status, duration) ->
                ends.add(call.getMethodDescriptor().getBareMethodName() + " " + status.getCode()));
    server.start();
    channel = NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();
    calendar = CalendarServiceGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void stop() throws Exception {
    readsMayGo.countDown();
    channel.shutdownNow();
    server.stop(Duration.ofSeconds(5));
    threads.shutdownNow();
  }

  private final class NotedState implements RequestExecutor.StorageState {
    @Override
    public boolean answers() {
      return storageAnswers.get();
    }

    @Override
    public void sawAnswer() {
      signs.incrementAndGet();
    }
  }

  private void onRead() {
    reads.incrementAndGet();
    try {
      if (readsWait) {
        readsMayGo.await(30, TimeUnit.SECONDS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static Event event(String owner, long start, long end) {
    return Event.newBuilder()
        .setOwnerId(owner)
        .setTitle("Tea")
        .setStartTime(Timestamp.newBuilder().setSeconds(start))
        .setEndTime(Timestamp.newBuilder().setSeconds(end))
        .build();
  }

  private Event create(Event event) {
    return calendar.createEvent(CreateEventRequest.newBuilder().setEvent(event).build()).getEvent();
  }

  private StatusRuntimeException refused(Runnable call) {
    StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, call::run);
    assertThat(refusal).as("the call must be refused").isNotNull();
    return refusal;
  }

  private static <T extends com.google.protobuf.Message> T detail(
      StatusRuntimeException refusal, Class<T> type) throws InvalidProtocolBufferException {
    for (Any detail : StatusProto.fromThrowable(refusal).getDetailsList()) {
      if (detail.is(type)) {
        return detail.unpack(type);
      }
    }
    throw new AssertionError("no " + type.getSimpleName() + " in " + refusal);
  }

  @Test
  void booksAndRefusesWithDetails() throws Exception {
    Event booked = create(event("ann", 1_000, 2_000));
    assertThat(signs).hasValue(1);

    StatusRuntimeException busy = refused(() -> create(event("ann", 1_500, 2_500)));

    assertThat(busy.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    ErrorInfo info = detail(busy, ErrorInfo.class);
    assertThat(info.getDomain()).isEqualTo("calendar");
    assertThat(info.getReason()).isEqualTo("DATE_BUSY");
    assertThat(info.getMetadataMap())
        .containsEntry("conflicting_event_id", booked.getId())
        .containsEntry("conflicting_start_time", "1970-01-01T00:16:40Z")
        .containsEntry("conflicting_end_time", "1970-01-01T00:33:20Z");
    assertThat(ends).containsExactly("CreateEvent OK", "CreateEvent FAILED_PRECONDITION");
  }

  @Test
  void namesBadFields() throws Exception {
    StatusRuntimeException bad = refused(() -> create(event("", 2_000, 1_000)));

    assertThat(bad.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(detail(bad, BadRequest.class).getFieldViolationsList())
        .extracting(BadRequest.FieldViolation::getField)
        .containsExactly("event.owner_id", "event.end_time");
  }

  @Test
  void refusesTimesThatProtobufDoesNotAllow() throws Exception {
    Event badNanos =
        event("ann", 1_000, 2_000).toBuilder()
            .setStartTime(Timestamp.newBuilder().setSeconds(1_000).setNanos(-1))
            .setEndTime(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
            .addRemindBefore(com.google.protobuf.Duration.newBuilder().setSeconds(1).setNanos(-1))
            .build();

    assertThat(detail(refused(() -> create(badNanos)), BadRequest.class).getFieldViolationsList())
        .extracting(BadRequest.FieldViolation::getField)
        .containsExactly("event.start_time", "event.end_time", "event.remind_before[0]");
  }

  @Test
  void pageTokensAreBoundToTheirRequest() {
    for (int i = 0; i < 3; i++) {
      create(event("ann", 1_000 + i, 1_001 + i));
    }
    ListEventsRequest request =
        ListEventsRequest.newBuilder()
            .setOwnerId("ann")
            .setStartTime(Timestamp.newBuilder().setSeconds(0))
            .setEndTime(Timestamp.newBuilder().setSeconds(9_000))
            .setPageSize(1)
            .build();
    ListEventsResponse first = calendar.listEvents(request);
    ListEventsRequest next = request.toBuilder().setPageToken(first.getNextPageToken()).build();

    ListEventsResponse rest = calendar.listEvents(next.toBuilder().setPageSize(5).build());
    assertThat(rest.getEventsCount()).isEqualTo(2);
    assertThat(rest.getNextPageToken()).isEmpty();
    List<ListEventsRequest> foreign = new ArrayList<>();
    foreign.add(next.toBuilder().setOwnerId("bob").build());
    foreign.add(next.toBuilder().setEndTime(Timestamp.newBuilder().setSeconds(9_001)).build());
    foreign.add(request.toBuilder().setPageToken("AAAA").build());
    foreign.add(request.toBuilder().setPageToken("not base64!").build());
    for (ListEventsRequest request1 : foreign) {
      assertThat(refused(() -> calendar.listEvents(request1)).getStatus().getCode())
          .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }
  }

  @Test
  void aPageEndsWhereItsMessageWouldBecomeTooLarge() {
    int events = 120;
    for (int i = 0; i < events; i++) {
      create(
          event("ann", 1_000 + i, 1_001 + i).toBuilder()
              .setDescription("\ud83c\udf89".repeat(10_000))
              .build());
    }
    ListEventsRequest request =
        ListEventsRequest.newBuilder()
            .setOwnerId("ann")
            .setStartTime(Timestamp.newBuilder().setSeconds(0))
            .setEndTime(Timestamp.newBuilder().setSeconds(9_000))
            .setPageSize(1_000)
            .build();

    ListEventsResponse first = calendar.listEvents(request);
    ListEventsResponse rest =
        calendar.listEvents(request.toBuilder().setPageToken(first.getNextPageToken()).build());

    assertThat(first.getEventsCount()).isBetween(90, events - 1);
    assertThat(first.getEventsCount() + rest.getEventsCount()).isEqualTo(events);
    assertThat(rest.getNextPageToken()).isEmpty();
  }

  @Test
  void aCallWhoseDeadlineHasPassedAsksNoStorage() {
    readsWait = true;
    for (int i = 0; i < THREADS; i++) {
      CalendarServiceGrpc.newFutureStub(channel).getEvent(anyEvent());
    }
    await().until(() -> reads.get() == THREADS);

    StatusRuntimeException late =
        refused(() -> calendar.withDeadlineAfter(100, TimeUnit.MILLISECONDS).getEvent(anyEvent()));
    await()
        .until(
            () ->
                ends.contains("GetEvent DEADLINE_EXCEEDED") || ends.contains("GetEvent CANCELLED"));
    readsWait = false;
    readsMayGo.countDown();
    refused(() -> calendar.getEvent(anyEvent()));

    assertThat(late.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    assertThat(reads).hasValue(THREADS + 1);
  }

  @Test
  void whatItCannotTakeIsOverloaded() throws Exception {
    readsWait = true;
    for (int i = 0; i < THREADS + QUEUE; i++) {
      CalendarServiceGrpc.newFutureStub(channel).getEvent(anyEvent());
    }
    await().until(() -> reads.get() == THREADS && threads.getQueue().size() == QUEUE);

    StatusRuntimeException overloaded = refused(() -> calendar.getEvent(anyEvent()));

    assertThat(overloaded.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(detail(overloaded, ErrorInfo.class).getReason()).isEqualTo("OVERLOADED");
    assertThat(detail(overloaded, RetryInfo.class).getRetryDelay().getSeconds()).isEqualTo(1);
  }

  @Test
  void whileTheStorageDoesNotAnswerItIsNotAsked() throws Exception {
    storageAnswers.set(false);

    StatusRuntimeException gone = refused(() -> calendar.getEvent(anyEvent()));

    assertThat(gone.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(detail(gone, ErrorInfo.class).getReason()).isEqualTo("STORAGE_UNAVAILABLE");
    assertThat(reads).hasValue(0);
  }

  @Test
  void whenTheStorageGoesTheCallsThatWaitForItAreTold() throws Exception {
    readsWait = true;
    ListenableFuture<?> waiting = CalendarServiceGrpc.newFutureStub(channel).getEvent(anyEvent());
    await().until(() -> reads.get() == 1);

    executor.refusePending();

    StatusRuntimeException told =
        (StatusRuntimeException)
            catchThrowableOfType(ExecutionException.class, waiting::get).getCause();
    assertThat(told.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(detail(told, ErrorInfo.class).getReason()).isEqualTo("STORAGE_UNAVAILABLE");
  }

  @Test
  void healthFollowsWhatItIsTold() {
    HealthGrpc.HealthBlockingStub health = HealthGrpc.newBlockingStub(channel);
    for (String service : List.of("", CalendarServiceGrpc.SERVICE_NAME)) {
      HealthCheckRequest request = HealthCheckRequest.newBuilder().setService(service).build();

      server.setServing(true);
      assertThat(health.check(request).getStatus()).isEqualTo(ServingStatus.SERVING);
      server.setServing(false);
      assertThat(health.check(request).getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
    }
  }

  @Test
  void aMessageOverTheLimitIsRefusedAsSuch() {
    Event large =
        event("ann", 1_000, 2_000).toBuilder().setDescription("d".repeat(5_000_000)).build();

    assertThat(refused(() -> create(large)).getStatus().getCode())
        .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    create(event("ann", 1_000, 2_000));
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

  private static GetEventRequest anyEvent() {
    return GetEventRequest.newBuilder()
        .setOwnerId("ann")
        .setId("0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b")
        .build();
  }
}
