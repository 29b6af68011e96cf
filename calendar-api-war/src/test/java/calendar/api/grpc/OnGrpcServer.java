package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.access.AccessGrants;
import calendar.access.AccessStorage;
import calendar.access.memory.MemoryAccessStorage;
import calendar.api.call.Admission;
import calendar.api.call.Authentication;
import calendar.api.call.Authorization;
import calendar.api.call.CallAudit;
import calendar.api.call.CallPipeline;
import calendar.api.call.PermitAll;
import calendar.api.call.StorageState;
import calendar.api.call.report.CallLog;
import calendar.api.call.report.RejectionLog;
import calendar.api.connection.ConnectionBudget;
import calendar.api.connection.ConnectionLimit;
import calendar.api.connection.OwnConnections;
import calendar.api.grpc.connection.TransportSecurity;
import calendar.audit.Audit;
import calendar.batching.CancellableResult;
import calendar.batching.Operation;
import calendar.event.Calendar;
import calendar.event.EventStorage;
import calendar.event.memory.MemoryEventStorage;
import calendar.series.SeriesCalendar;
import calendar.series.memory.MemorySeriesStorage;
import calendar.series.model.SeriesSettings;
import calendar.series.storage.SeriesStorage;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import calendar.v1.CreateEventRequest;
import calendar.v1.DeleteEventRequest;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server over a real connection, on a calendar in memory, for each test. */
abstract class OnGrpcServer {
  static final int THREADS = 2;
  static final int QUEUE = 2;
  static final Duration RETENTION = Duration.ofDays(365);
  static final Duration HORIZON = Duration.ofDays(732);

  final RejectionLog rejections = new RejectionLog();

  /** The kinds of work that are overloaded. */
  final Set<Operation> overloaded = ConcurrentHashMap.newKeySet();

  final List<String> ends = new CopyOnWriteArrayList<>();
  final AtomicBoolean storageIsAvailable = new AtomicBoolean(true);
  final AtomicInteger answers = new AtomicInteger();
  final AtomicInteger reads = new AtomicInteger();
  final AtomicInteger changes = new AtomicInteger();
  final CountDownLatch changesMayContinue = new CountDownLatch(1);
  final Queue<CancellableResult<List<calendar.event.Event>>> heldLists =
      new ConcurrentLinkedQueue<>();
  final AccessStorage grants = new MemoryAccessStorage();
  volatile boolean changesWait;
  ThreadPoolExecutor threads;
  CallPipeline pipeline;
  GrpcServer server;
  ManagedChannel channel;
  CalendarServiceBlockingStub calendar;

  @BeforeEach
  void start() throws Exception {
    threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE));
    MemoryEventStorage events = new MemoryEventStorage();
    EventStorage storage =
        watched(
            EventStorage.class,
            new ControlledStorage(
                events,
                reads::incrementAndGet,
                this::onChange,
                list -> heldLists.isEmpty() ? list : heldLists.remove()));
    CallAudit callAudit = new CallAudit(audit(), Clock.systemUTC());
    StorageState storageState = new RecordingState();
    pipeline =
        new CallPipeline(
            new Admission(work -> !overloaded.contains(work), storageState),
            authorization(),
            callAudit,
            storageState,
            threads);
    server =
        new GrpcServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            security(),
            new CalendarService(
                new Calendar(storage, Clock.systemUTC()),
                new SeriesCalendar(
                    watched(SeriesStorage.class, new MemorySeriesStorage(events)),
                    new SeriesSettings(RETENTION, HORIZON),
                    Clock.systemUTC(),
                    true),
                new AccessGrants(watched(AccessStorage.class, grants), Clock.systemUTC()),
                pipeline),
            new CallEntrance(pipeline, callAudit, authentication()),
            connections(),
            exposesSchema(),
            new CallLog(rejections),
            call -> ends.add(call.method() + " " + call.code()));
    server.start();
    channel = openChannel();
    calendar = CalendarServiceGrpc.newBlockingStub(channel);
  }

  /** Tests of TLS override this. */
  TransportSecurity security() {
    return TransportSecurity.NONE;
  }

  /** Tests of TLS override this. */
  ManagedChannel openChannel() throws Exception {
    return NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();
  }

  /** Tests of authorization override this. */
  Authorization authorization() {
    return new PermitAll();
  }

  /** Tests of the audit override this. */
  Audit audit() {
    return Audit.OFF;
  }

  /** The storage that the server uses. Tests that count its calls override this. */
  <T> T watched(Class<T> type, T storage) {
    return storage;
  }

  /** Tests of tokens override this. */
  Authentication authentication() {
    return Authentication.NONE;
  }

  /** Tests of reflection override this. */
  boolean exposesSchema() {
    return true;
  }

  /** Tests of the limit override this. */
  ConnectionLimit connections() {
    return unlimited();
  }

  /** Allows more connections than any test opens. */
  static ConnectionLimit unlimited() {
    return new ConnectionLimit(
        new ConnectionBudget(Long.MAX_VALUE, 0, 0, OptionalInt.empty()), new OwnConnections());
  }

  @AfterEach
  void stop() throws Exception {
    changesMayContinue.countDown();
    channel.shutdownNow();
    server.stop(Duration.ofSeconds(5));
    threads.shutdownNow();
  }

  private final class RecordingState implements StorageState {
    @Override
    public boolean isAvailable() {
      return storageIsAvailable.get();
    }

    @Override
    public void recordAnswer() {
      answers.incrementAndGet();
    }
  }

  private void onChange() {
    changes.incrementAndGet();
    try {
      if (changesWait) {
        changesMayContinue.await(30, TimeUnit.SECONDS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  static Event event(String owner, long start, long end) {
    return Event.newBuilder()
        .setOwnerId(owner)
        .setTitle("Tea")
        .setStartTime(Timestamp.newBuilder().setSeconds(start))
        .setEndTime(Timestamp.newBuilder().setSeconds(end))
        .build();
  }

  Event create(Event event) {
    return calendar.createEvent(CreateEventRequest.newBuilder().setEvent(event).build()).getEvent();
  }

  static StatusRuntimeException refused(Runnable call) {
    StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, call::run);
    assertThat(refusal).as("the call must fail").isNotNull();
    return refusal;
  }

  static <T extends Message> T detail(StatusRuntimeException refusal, Class<T> type)
      throws InvalidProtocolBufferException {
    for (Any detail : StatusProto.fromThrowable(refusal).getDetailsList()) {
      if (detail.is(type)) {
        return detail.unpack(type);
      }
    }
    throw new AssertionError("no " + type.getSimpleName() + " in " + refusal);
  }

  /** Connects to the port, without any protocol. */
  Socket dial() throws IOException {
    Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** Connects to the port, and resets the connection without a word. */
  void scanPort() {
    try (Socket socket = dial()) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DeleteEventRequest anyEvent() {
    return DeleteEventRequest.newBuilder()
        .setOwnerId("ann")
        .setId("0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b")
        .build();
  }

  static GetEventRequest someEvent() {
    return GetEventRequest.newBuilder()
        .setOwnerId(anyEvent().getOwnerId())
        .setId(anyEvent().getId())
        .build();
  }
}
