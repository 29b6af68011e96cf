package calendar.bench.callers;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bench.load.Calls;
import calendar.bench.load.HealthChecks;
import calendar.client.Address;
import io.grpc.Context;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc.HealthImplBase;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RudeCallerTest {
  private static final int MANY = 100;

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
    RudeCaller caller =
        manner.apply(new Address("localhost", server.getPort()), HealthChecks.calls());
    try {
      assertThat(expected.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      caller.stop();
      server.shutdownNow();
    }
  }
}
