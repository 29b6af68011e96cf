package calendar.bench.sections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.bench.BenchException;
import calendar.bench.Pace;
import calendar.bench.Run;
import calendar.bench.callers.Disturbance;
import calendar.bench.figures.Figures;
import calendar.bench.load.Bookings;
import calendar.bench.load.Calls;
import calendar.bench.load.Connections;
import calendar.bench.load.RowCalls;
import calendar.bench.load.Rows;
import calendar.bench.system.BenchedSystem;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server that a disturbance makes slow. */
class SteadyCallsTest {
  private static final Duration TURN = Duration.ofMillis(300);
  private static final int ROUNDS = 2;
  private static final long PAUSE_NANOS = 100_000_000;

  private final AtomicBoolean disturbed = new AtomicBoolean();
  private final AtomicBoolean refusing = new AtomicBoolean();
  private Server server;
  private Run run;

  @BeforeEach
  void serve() throws IOException {
    server = NettyServerBuilder.forPort(0).addService(new Checks()).build().start();
    Address address = new Address("localhost", server.getPort());
    RowCalls none = new RowCalls(new Rows(1, 1, 1));
    run =
        new Run(
            new BenchedSystem(address, null, Optional.empty(), Optional.empty()),
            new Pace(ROUNDS, TURN, TURN, TURN, 0, TURN, false, true),
            new Figures(),
            Connections.open(address, 2),
            new Bookings(1),
            none,
            none,
            new AtomicBoolean(),
            new HashSet<>());
  }

  @AfterEach
  void stop() {
    run.close();
    server.shutdownNow();
  }

  @Test
  void comparesNeighbouringTurns() throws Exception {
    steady().measureBeside("good", "bad", Slowness::new);

    List<Double> alone = run.figures().get("good.alone_p99_ms").values();
    List<Double> beside = run.figures().get("good.beside_p99_ms").values();
    assertThat(alone).hasSize(ROUNDS);
    assertThat(beside).hasSize(ROUNDS).allMatch(p99 -> p99 >= PAUSE_NANOS / 1e6);
    assertThat(run.figures().get("good.p99_ratio").values())
        .containsExactly(beside.get(0) / alone.get(0), beside.get(1) / alone.get(1));
    assertThat(run.figures().get("bad.done").values()).containsExactly(7.0, 7.0);
  }

  @Test
  void stopsTheDisturbanceOfAFailedTurn() {
    assertThatThrownBy(
            () ->
                steady()
                    .measureBeside(
                        "good",
                        "bad",
                        () -> {
                          refusing.set(true);
                          return new Slowness();
                        }))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("good: calls failed");
    assertThat(disturbed).isFalse();
  }

  private SteadyCalls steady() {
    return new SteadyCalls(run, Calls::ofHealth, 100, TURN);
  }

  private final class Slowness implements Disturbance {
    Slowness() {
      disturbed.set(true);
    }

    @Override
    public void stop() {
      disturbed.set(false);
    }

    @Override
    public Map<String, Double> stats() {
      return Map.of("done", 7.0);
    }
  }

  private final class Checks extends HealthImplBase {
    @Override
    public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
      if (refusing.get()) {
        answer.onError(Status.RESOURCE_EXHAUSTED.asRuntimeException());
        return;
      }
      if (disturbed.get()) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      answer.onNext(HealthCheckResponse.getDefaultInstance());
      answer.onCompleted();
    }
  }
}
