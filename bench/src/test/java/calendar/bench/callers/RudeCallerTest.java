package calendar.bench.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import calendar.bench.BenchException;
import calendar.bench.callers.RawServer.Frame;
import calendar.bench.load.Call;
import calendar.bench.load.Calls;
import calendar.client.Address;
import io.grpc.Context;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc.HealthImplBase;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RudeCallerTest {
  private static final int MANY = 100;

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final byte CANCEL = 8;

  private final CountDownLatch expected = new CountDownLatch(MANY);

  @Test
  void aServerTakesTheCallsOfOneWhoNeverReads() throws Exception {
    letCall(
        RudeCaller::neverReading,
        observer -> {
          expected.countDown();
          observer.onNext(HealthCheckResponse.getDefaultInstance());
          observer.onCompleted();
        });
  }

  @Test
  void aServerLearnsThatCallsAreCancelled() throws Exception {
    letCall(
        RudeCaller::cancelling,
        observer ->
            ((ServerCallStreamObserver<?>) observer).setOnCancelHandler(expected::countDown));
  }

  @Test
  void aServerLearnsTheDeadlineAndThatItHasPassed() throws Exception {
    letCall(
        RudeCaller::withShortDeadlines,
        observer -> {
          long milliseconds = Context.current().getDeadline().timeRemaining(TimeUnit.MILLISECONDS);
          if (milliseconds <= 1) {
            ((ServerCallStreamObserver<?>) observer).setOnCancelHandler(expected::countDown);
          }
        });
  }

  @Test
  void aCancelledCallIsResetRightAfterItWasSent() throws Exception {
    assertThat(frames(RudeCaller::cancelling, 6))
        .extracting(Frame::type, Frame::stream)
        .containsExactly(
            tuple(HEADERS, 1),
            tuple(DATA, 1),
            tuple(RST_STREAM, 1),
            tuple(HEADERS, 3),
            tuple(DATA, 3),
            tuple(RST_STREAM, 3));
  }

  @Test
  void aCallWithAShortDeadlineIsResetAMillisecondLater() throws Exception {
    List<Frame> frames = frames(RudeCaller::withShortDeadlines, 6);

    assertThat(frames)
        .extracting(Frame::type, Frame::stream)
        .containsExactly(
            tuple(HEADERS, 1),
            tuple(DATA, 1),
            tuple(RST_STREAM, 1),
            tuple(HEADERS, 3),
            tuple(DATA, 3),
            tuple(RST_STREAM, 3));
    assertThat(frames.get(2).payload()).containsExactly(0, 0, 0, CANCEL);
  }

  @Test
  void itCountsWhatItSentAndHowOftenItWasThrownOut() throws Exception {
    try (RawServer server = new RawServer()) {
      RudeCaller caller = RudeCaller.cancelling(server.address(), Calls.ofHealth());
      try {
        throwOut(server);
        // It comes back.
        throwOut(server);
      } finally {
        caller.stop();
      }

      assertThat(caller.stats()).containsOnlyKeys("sent_per_second", "thrown_out");
      assertThat(caller.stats().get("sent_per_second")).isPositive();
      assertThat(caller.stats().get("thrown_out")).isGreaterThanOrEqualTo(1);
    }
  }

  @Test
  void oneThatCouldSendNothingHasFailed() throws Exception {
    RawServer gone = new RawServer();
    gone.close();
    RudeCaller caller = RudeCaller.cancelling(gone.address(), Calls.ofHealth());
    caller.stop();

    assertThatThrownBy(caller::stats)
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("could send nothing");
  }

  @Test
  void oneThatRanOutOfCallsHasFailed() throws Exception {
    IllegalStateException none = new IllegalStateException("no more calls");
    Iterator<Call> one = List.of(Calls.ofHealth().next()).iterator();
    CountDownLatch ranOut = new CountDownLatch(1);
    try (RawServer server = new RawServer()) {
      RudeCaller caller =
          RudeCaller.cancelling(
              server.address(),
              () -> {
                if (one.hasNext()) {
                  return one.next();
                }
                ranOut.countDown();
                throw none;
              });
      try {
        assertThat(ranOut.await(30, TimeUnit.SECONDS)).isTrue();
      } finally {
        caller.stop();
      }

      assertThatThrownBy(caller::stats).isInstanceOf(BenchException.class).hasCause(none);
    }
  }

  /** Ends the connection once a call has come. */
  private static void throwOut(RawServer server) throws IOException {
    try (Socket connection = server.accept()) {
      DataInputStream in = RawServer.frames(connection);
      while (next(in).stream() == 0) {
        // What belongs to the connection itself.
      }
    }
  }

  /** The first frames of calls that it writes. */
  private static List<Frame> frames(BiFunction<Address, Calls, RudeCaller> manner, int count)
      throws IOException {
    try (RawServer server = new RawServer()) {
      RudeCaller caller = manner.apply(server.address(), Calls.ofHealth());
      try (Socket connection = server.accept()) {
        DataInputStream in = RawServer.frames(connection);
        return Stream.generate(() -> next(in))
            .filter(frame -> frame.stream() > 0)
            .limit(count)
            .toList();
      } finally {
        caller.stop();
      }
    }
  }

  private static Frame next(DataInputStream in) {
    try {
      return RawServer.next(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void letCall(
      BiFunction<Address, Calls, RudeCaller> manner,
      Consumer<StreamObserver<HealthCheckResponse>> answer)
      throws IOException, InterruptedException {
    Server server =
        NettyServerBuilder.forPort(0)
            .directExecutor()
            .addService(
                new HealthImplBase() {
                  @Override
                  public void check(
                      HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
                    answer.accept(observer);
                  }
                })
            .build()
            .start();
    RudeCaller caller = manner.apply(new Address("localhost", server.getPort()), Calls.ofHealth());
    try {
      assertThat(expected.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      caller.stop();
      server.shutdownNow();
    }
  }
}
