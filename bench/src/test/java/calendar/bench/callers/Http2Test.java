package calendar.bench.callers;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bench.load.HealthChecks;
import calendar.client.Address;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc.HealthImplBase;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class Http2Test {
  @Test
  void aServerTakesTheCallsOfOneWhoNeverReads() throws Exception {
    CountDownLatch calls = new CountDownLatch(100);
    Server server =
        NettyServerBuilder.forPort(0)
            .addService(
                new HealthImplBase() {
                  @Override
                  public void check(
                      HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
                    calls.countDown();
                    answer.onNext(HealthCheckResponse.getDefaultInstance());
                    answer.onCompleted();
                  }
                })
            .build()
            .start();
    NeverReads caller =
        new NeverReads(new Address("localhost", server.getPort()), HealthChecks.calls());
    try {
      assertThat(calls.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      caller.stop();
      server.shutdownNow();
    }
  }
}
