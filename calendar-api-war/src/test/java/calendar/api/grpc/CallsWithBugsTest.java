package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.api.call.AvailableStorage;
import calendar.api.call.CallPipeline;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CalendarServiceGrpc.CalendarServiceImplBase;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteEventResponse;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is wrong with the server itself, the caller is told, and the log has the whole of it.
 */
class CallsWithBugsTest {
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final CallPipeline executor = new CallPipeline(threads, new AvailableStorage());
  private final Queue<LogRecord> entries = new ConcurrentLinkedQueue<>();
  private final Handler noting = OnGrpcServer.noting(entries);
  private final Logger log = Logger.getLogger(ErrorInterceptor.class.getName());
  private Supplier<GetEventResponse> message = GetEventResponse::getDefaultInstance;
  private Runnable atEnd = () -> {};
  private GrpcServer server;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws Exception {
    server =
        new GrpcServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new Service(),
            new CallEntrance(work -> true),
            OnGrpcServer.unlimited(),
            (call, status, duration) -> atEnd.run());
    server.start();
    channel = NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();
    log.addHandler(noting);
  }

  @AfterEach
  void stop() {
    log.removeHandler(noting);
    channel.shutdownNow();
    server.stop(Duration.ofSeconds(5));
    threads.shutdownNow();
  }

  @Test
  void anAnswerThatCannotBeMadeIsAnInternalError() {
    NoClassDefFoundError bug = new NoClassDefFoundError("calendar/Missing");
    message =
        () -> {
          throw bug;
        };

    assertInternal(get(), bug);
  }

  @Test
  void soIsAnErrorOnAThreadThatMayBlock() {
    StatusRuntimeException refusal =
        OnGrpcServer.refused(
            () ->
                CalendarServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(5, TimeUnit.SECONDS)
                    .deleteEvent(OnGrpcServer.anyEvent()));

    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(entries)
        .extracting(LogRecord::getThrown)
        .singleElement()
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void soIsAnAnswerWhoseEndCannotBeNoted() {
    IllegalStateException bug = new IllegalStateException("no metrics");
    atEnd =
        () -> {
          throw bug;
        };

    assertInternal(get(), bug);
  }

  private StatusRuntimeException get() {
    return OnGrpcServer.refused(
        () ->
            CalendarServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(5, TimeUnit.SECONDS)
                .getEvent(OnGrpcServer.someEvent()));
  }

  private void assertInternal(StatusRuntimeException refusal, Throwable bug) {
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(refusal.getStatus().getDescription()).startsWith("internal error ");
    assertThat(entries).extracting(LogRecord::getThrown).containsExactly(bug);
  }

  private final class Service extends CalendarServiceImplBase {
    @Override
    public void getEvent(GetEventRequest request, StreamObserver<GetEventResponse> observer) {
      executor.answerLater(
          observer, () -> CompletableFuture.completedFuture(1), one -> message.get());
    }

    @Override
    public void deleteEvent(
        DeleteEventRequest request, StreamObserver<DeleteEventResponse> observer) {
      executor.answer(
          observer,
          () -> {
            throw new StackOverflowError();
          });
    }
  }
}
