package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.api.call.CallPipeline;
import calendar.api.call.report.CallLog;
import calendar.api.call.report.RejectionLog;
import calendar.api.connection.ConnectionBudget;
import calendar.api.connection.ConnectionLimit;
import calendar.api.connection.OwnConnections;
import calendar.event.Answer;
import calendar.event.Calendar;
import calendar.event.EventStorage;
import calendar.event.Work;
import calendar.event.memory.MemoryEventStorage;
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
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server over a real connection, on a calendar in memory, for each test. */
public abstract class OnGrpcServer {
  public static final int THREADS = 2;
  public static final int QUEUE = 2;

  final RejectionLog refusals = new RejectionLog();
  final Set<Work> flooded = ConcurrentHashMap.newKeySet();
  final List<String> ends = new CopyOnWriteArrayList<>();
  final AtomicBoolean storageAnswers = new AtomicBoolean(true);
  final AtomicInteger signs = new AtomicInteger();
  final AtomicInteger reads = new AtomicInteger();
  final AtomicInteger changes = new AtomicInteger();
  final CountDownLatch changesMayGo = new CountDownLatch(1);
  final Queue<Answer<List<calendar.event.Event>>> heldLists = new ConcurrentLinkedQueue<>();
  volatile boolean changesWait;
  ThreadPoolExecutor threads;
  CallPipeline executor;
  GrpcServer server;
  ManagedChannel channel;
  CalendarServiceBlockingStub calendar;

  @BeforeEach
  public void start() throws Exception {
    threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE));
    EventStorage storage =
        new ControlledStorage(
            new MemoryEventStorage(),
            reads::incrementAndGet,
            this::onChange,
            list -> heldLists.isEmpty() ? list : heldLists.remove());
    executor = new CallPipeline(threads, new NotedState());
    server =
        new GrpcServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new CalendarService(new Calendar(storage, Clock.systemUTC()), executor),
            new CallEntrance(work -> !flooded.contains(work)),
            connections(),
            new CallLog(refusals),
            (call, status, duration) ->
                ends.add(call.getMethodDescriptor().getBareMethodName() + " " + status.getCode()));
    server.start();
    channel = NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();
    calendar = CalendarServiceGrpc.newBlockingStub(channel);
  }

  /** Overridden by tests of the limit. */
  public ConnectionLimit connections() {
    return unlimited();
  }

  /** More connections than any test opens. */
  public static ConnectionLimit unlimited() {
    return new ConnectionLimit(
        new ConnectionBudget(Long.MAX_VALUE, 0, 0, OptionalInt.empty()), new OwnConnections());
  }

  @AfterEach
  public void stop() throws Exception {
    changesMayGo.countDown();
    channel.shutdownNow();
    server.stop(Duration.ofSeconds(5));
    threads.shutdownNow();
  }

  private final class NotedState implements CallPipeline.StorageState {
    @Override
    public boolean answers() {
      return storageAnswers.get();
    }

    @Override
    public void sawAnswer() {
      signs.incrementAndGet();
    }
  }

  private void onChange() {
    changes.incrementAndGet();
    try {
      if (changesWait) {
        changesMayGo.await(30, TimeUnit.SECONDS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  public static Event event(String owner, long start, long end) {
    return Event.newBuilder()
        .setOwnerId(owner)
        .setTitle("Tea")
        .setStartTime(Timestamp.newBuilder().setSeconds(start))
        .setEndTime(Timestamp.newBuilder().setSeconds(end))
        .build();
  }

  public Event create(Event event) {
    return calendar.createEvent(CreateEventRequest.newBuilder().setEvent(event).build()).getEvent();
  }

  public static StatusRuntimeException refused(Runnable call) {
    StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, call::run);
    assertThat(refusal).as("the call must be refused").isNotNull();
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

  public static DeleteEventRequest anyEvent() {
    return DeleteEventRequest.newBuilder()
        .setOwnerId("ann")
        .setId("0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b")
        .build();
  }

  public static GetEventRequest someEvent() {
    return GetEventRequest.newBuilder()
        .setOwnerId(anyEvent().getOwnerId())
        .setId(anyEvent().getId())
        .build();
  }

  /** What is logged meanwhile, without the lines of calls. */
  public static List<LogRecord> logged(Runnable action) {
    Queue<LogRecord> entries = new ConcurrentLinkedQueue<>();
    Handler noting = noting(entries);
    Logger log = Logger.getLogger("");
    log.addHandler(noting);
    try {
      action.run();
    } finally {
      log.removeHandler(noting);
    }
    return entries.stream()
        .filter(entry -> !entry.getLoggerName().equals(CallLog.class.getName()))
        .toList();
  }

  public static Handler noting(Queue<LogRecord> entries) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        entries.add(entry);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
