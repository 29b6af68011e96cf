package calendar.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bench.load.OpenLoop.Arrivals;
import calendar.client.Address;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc.HealthImplBase;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a server that does one call at a time. */
class LoopsTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final long PAUSE_NANOS = 300_000_000;

  private final ExecutorService oneThread = Executors.newSingleThreadExecutor();
  private final AtomicLong calls = new AtomicLong();
  private Server server;

  @AfterEach
  void stop() {
    server.shutdownNow();
    oneThread.shutdownNow();
  }

  @Test
  void theClosedLoopCountsEveryCall() throws IOException {
    try (Connections connections = serve(Health.OK)) {
      LoadResult result = ClosedLoop.run(connections, Calls.ofHealth(), 8, SHORT);

      assertThat(result.ok()).isPositive().isEqualTo(calls.get());
      assertThat(result.failed()).isZero();
      assertThat(result.served().getTotalCount()).isEqualTo(result.ok());
      assertThat(result.perSecond()).isLessThanOrEqualTo(result.ok() / 0.2);
    }
  }

  @Test
  void refusalsAreNotServed() throws IOException {
    try (Connections connections = serve(Health.REFUSED)) {
      LoadResult result = ClosedLoop.run(connections, Calls.ofHealth(), 8, SHORT);

      assertThat(result.ok()).isZero();
      assertThat(result.count(Status.Code.RESOURCE_EXHAUSTED)).isEqualTo(calls.get());
      assertThat(result.refused().getTotalCount()).isEqualTo(result.failed());
    }
  }

  @Test
  void theOpenLoopHidesNoWaiting() throws IOException {
    try (Connections connections = serve(Health.FIRST_PAUSES)) {
      LoadResult result =
          OpenLoop.run(connections, Calls.ofHealth(), Arrivals.at(200), Duration.ofSeconds(1));

      assertThat(result.ok()).isEqualTo(200);
      // Those that arrive in the first third of the pause wait for the other two.
      assertThat(result.served().getCountBetweenValues(PAUSE_NANOS * 2 / 3, Long.MAX_VALUE))
          .isGreaterThanOrEqualTo(20);
    }
  }

  @Test
  void theOpenLoopCountsWhatItDoesNotSend() throws IOException {
    try (Connections connections = serve(Health.FIRST_PAUSES)) {
      Arrivals arrivals = new Arrivals(1_000, 10, Duration.ofDays(1));
      LoadResult result = OpenLoop.run(connections, Calls.ofHealth(), arrivals, SHORT);

      assertThat(result.ok() + result.unsent()).isEqualTo(200);
      assertThat(result.unsent()).isGreaterThanOrEqualTo(100);
    }
  }

  private Connections serve(Health behaviour) throws IOException {
    server =
        NettyServerBuilder.forPort(0)
            .executor(oneThread)
            .addService(new Checks(behaviour))
            .build()
            .start();
    return Connections.open(new Address("localhost", server.getPort()), 2);
  }

  private enum Health {
    OK,
    REFUSED,
    FIRST_PAUSES
  }

  private final class Checks extends HealthImplBase {
    private final Health behaviour;
    private final AtomicInteger pauses = new AtomicInteger();

    Checks(Health behaviour) {
      this.behaviour = behaviour;
    }

    @Override
    public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
      calls.incrementAndGet();
      if (behaviour == Health.REFUSED) {
        answer.onError(Status.RESOURCE_EXHAUSTED.asRuntimeException());
        return;
      }
      if (behaviour == Health.FIRST_PAUSES && pauses.getAndIncrement() == 0) {
        pause();
      }
      answer.onNext(HealthCheckResponse.getDefaultInstance());
      answer.onCompleted();
    }

    private void pause() {
      try {
        Thread.sleep(PAUSE_NANOS / 1_000_000);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
