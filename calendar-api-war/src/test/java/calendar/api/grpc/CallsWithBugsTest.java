package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.LogCapture;
import calendar.api.call.Admission;
import calendar.api.call.Authentication;
import calendar.api.call.AvailableStorage;
import calendar.api.call.CalendarMethod;
import calendar.api.call.Call;
import calendar.api.call.CallAudit;
import calendar.api.call.CallPipeline;
import calendar.api.call.PermitAll;
import calendar.api.call.error.Failures;
import calendar.api.grpc.connection.TransportSecurity;
import calendar.audit.Audit;
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
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bug of the server ends the call with INTERNAL, and the log has its stack trace. */
class CallsWithBugsTest {
  private static final CallAudit AUDIT = new CallAudit(Audit.OFF, Clock.systemUTC());

  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final CallPipeline pipeline =
      new CallPipeline(
          new Admission(work -> true, new AvailableStorage()),
          new PermitAll(),
          AUDIT,
          new AvailableStorage(),
          threads);
  private final LogCapture log = LogCapture.of(Failures.class);
  private Supplier<GetEventResponse> message = GetEventResponse::getDefaultInstance;
  private Runnable atEnd = () -> {};
  private GrpcServer server;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws Exception {
    server =
        new GrpcServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            TransportSecurity.NONE,
            new Service(),
            new CallEntrance(pipeline, AUDIT, Authentication.NONE),
            OnGrpcServer.unlimited(),
            true,
            call -> atEnd.run());
    server.start();
    channel = NettyChannelBuilder.forAddress(server.address()).usePlaintext().build();
  }

  @AfterEach
  void stop() {
    log.close();
    channel.shutdownNow();
    server.stop(Duration.ofSeconds(5));
    threads.shutdownNow();
  }

  @Test
  void reportsABugInTheResponse() {
    NoClassDefFoundError bug = new NoClassDefFoundError("calendar/Missing");
    message =
        () -> {
          throw bug;
        };

    assertInternal(get(), bug);
  }

  @Test
  void reportsABugOnAnotherThread() {
    StatusRuntimeException refusal =
        OnGrpcServer.refused(
            () ->
                CalendarServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(5, TimeUnit.SECONDS)
                    .deleteEvent(OnGrpcServer.anyEvent()));

    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(log.entries())
        .extracting(LogRecord::getThrown)
        .singleElement()
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void reportsABugInAnObserver() {
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
    assertThat(log.entries()).extracting(LogRecord::getThrown).containsExactly(bug);
  }

  private final class Service extends CalendarServiceImplBase {
    @Override
    public void getEvent(GetEventRequest request, StreamObserver<GetEventResponse> observer) {
      pipeline.run(
          new Call(CalendarMethod.GET_EVENT, CallEntrance.caller(), request.getOwnerId()),
          new GrpcReply<>(observer, one -> message.get()),
          () -> CompletableFuture.completedFuture(1));
    }

    @Override
    public void deleteEvent(
        DeleteEventRequest request, StreamObserver<DeleteEventResponse> observer) {
      pipeline.runBlocking(
          new Call(CalendarMethod.DELETE_EVENT, CallEntrance.caller(), request.getOwnerId()),
          new GrpcReply<>(observer, Function.<DeleteEventResponse>identity()),
          () -> {
            throw new StackOverflowError();
          });
    }
  }
}
