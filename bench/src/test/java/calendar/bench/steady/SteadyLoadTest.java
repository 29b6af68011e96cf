package calendar.bench.steady;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.bench.secure.CertificateAuthority;
import calendar.bench.secure.CertificateAuthority.ServerPair;
import calendar.client.Address;
import calendar.v1.CalendarServiceGrpc.CalendarServiceImplBase;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import io.grpc.Attributes;
import io.grpc.Server;
import io.grpc.ServerTransportFilter;
import io.grpc.Status;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteadyLoadTest {
  private static final int KEPT_CONNECTIONS = 4;
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final SteadyCaller ANN = new SteadyCaller("ann", "abc");

  @TempDir private Path folder;
  private final AtomicLong connections = new AtomicLong();
  private final AtomicBoolean refusing = new AtomicBoolean();
  private CertificateAuthority authority;
  private Server server;

  @BeforeEach
  void serve() throws IOException {
    authority = CertificateAuthority.create(folder.resolve("ca.pem"));
    ServerPair pair = authority.issue();
    server =
        NettyServerBuilder.forPort(0)
            .sslContext(GrpcSslContexts.forServer(pem(pair.certificate()), pem(pair.key())).build())
            .addTransportFilter(
                new ServerTransportFilter() {
                  @Override
                  public Attributes transportReady(Attributes attributes) {
                    connections.incrementAndGet();
                    return attributes;
                  }
                })
            .addService(new Days())
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  @Test
  void countsCallsAndNewConnections() throws Exception {
    try (SteadyLoad load = start(authority.file())) {
      await().atMost(LIMIT).until(() -> load.count().calls() >= 40);
      SteadyCount count = load.stop();

      assertThat(count.failures()).isEmpty();
      assertThat(count.newConnections()).isGreaterThanOrEqualTo(4);
      assertThat(connections.get()).isEqualTo(count.newConnections() + KEPT_CONNECTIONS);
      assertThat(count.toString())
          .startsWith(
              "%d calls, %d new connections, 0 failed (0 calls by HTTPS, "
                  .formatted(count.calls(), count.newConnections()));
    }
  }

  @Test
  void countsFailedCalls() throws Exception {
    refusing.set(true);
    try (SteadyLoad load = start(authority.file())) {
      await().atMost(LIMIT).until(() -> load.count().calls() >= 40);
      SteadyCount count = load.stop();

      assertThat(count.failed()).isEqualTo(count.calls());
      assertThat(count.failures())
          .containsKeys("PERMISSION_DENIED: no", "on a new connection: PERMISSION_DENIED: no");
    }
  }

  @Test
  void failsWithACertificateOfAnotherAuthority() throws Exception {
    Path other = CertificateAuthority.create(folder.resolve("other.pem")).file();
    try (SteadyLoad load = start(other)) {
      await().atMost(LIMIT).until(() -> load.count().calls() >= 20);
      SteadyCount count = load.stop();

      assertThat(count.failed()).isEqualTo(count.calls());
    }
  }

  @Test
  void saysWhatFailed() {
    SteadyCount count = new SteadyCount(1_000, 100, 50, Map.of("UNAVAILABLE: io", 2L), 2);

    assertThat(count.toString())
        .isEqualTo(
            "1000 calls, 100 new connections, 2 failed (50 calls by HTTPS, 500 calls a second)\n"
                + "2 times UNAVAILABLE: io");
  }

  private SteadyLoad start(Path trusted) {
    Address address = new Address("localhost", server.getPort());
    return SteadyLoad.start(new SteadyTarget(address, Optional.empty(), trusted), () -> ANN, 200);
  }

  private static ByteArrayInputStream pem(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private final class Days extends CalendarServiceImplBase {
    @Override
    public void listDayEvents(
        ListDayEventsRequest request, StreamObserver<ListDayEventsResponse> answer) {
      if (refusing.get()) {
        answer.onError(Status.PERMISSION_DENIED.withDescription("no").asRuntimeException());
        return;
      }
      answer.onNext(ListDayEventsResponse.getDefaultInstance());
      answer.onCompleted();
    }
  }
}
