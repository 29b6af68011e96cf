package calendar.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import calendar.local.EmbeddedDatabase;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import calendar.v1.GetEventRequest;
import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL goes away and comes back: callers are told, and everything recovers by itself. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class OutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long DEADLINE_SECONDS = 4;

  private final EmbeddedDatabase postgres = Surroundings.postgres();
  private ManagedChannel channel;
  private CalendarServiceBlockingStub calendar;

  @Deployment(testable = false)
  static WebArchive deployment() {
    return Deployments.api();
  }

  @BeforeEach
  void dial() {
    int port = Integer.getInteger("calendar.test.grpc.port");
    channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    calendar = CalendarServiceGrpc.newBlockingStub(channel);
    awaitServing();
  }

  @AfterEach
  void hangUp() {
    channel.shutdownNow();
  }

  @Test
  void aDatabaseThatIsStopped() throws Exception {
    postgres.stop();
    try {
      assertThatCallsAreRefused();
    } finally {
      postgres.start();
    }
    awaitServing();
  }

  @Test
  void aDatabaseThatIsFrozen() throws Exception {
    postgres.pause();
    try {
      assertThatCallsAreRefused();
    } finally {
      postgres.resume();
    }
    awaitServing();
  }

  private void assertThatCallsAreRefused() throws Exception {
    StatusRuntimeException refusal = refusal();

    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    Any detail = StatusProto.fromThrowable(refusal).getDetails(0);
    assertThat(detail.unpack(ErrorInfo.class).getReason()).isEqualTo("STORAGE_UNAVAILABLE");
    await().atMost(PATIENCE).until(() -> servingStatus() == ServingStatus.NOT_SERVING);
    await().atMost(PATIENCE).until(() -> readyStatus() == 503);
    assertThat(refusal().getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
  }

  private void awaitServing() {
    await().atMost(PATIENCE).until(() -> servingStatus() == ServingStatus.SERVING);
    await().atMost(PATIENCE).until(() -> readyStatus() == 200);
    assertThat(refusal().getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
  }

  private StatusRuntimeException refusal() {
    return catchThrowableOfType(
        StatusRuntimeException.class,
        () ->
            calendar
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .getEvent(
                    GetEventRequest.newBuilder()
                        .setOwnerId("ann")
                        .setId("0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b")
                        .build()));
  }

  private ServingStatus servingStatus() {
    return HealthGrpc.newBlockingStub(channel)
        .check(HealthCheckRequest.getDefaultInstance())
        .getStatus();
  }

  private static int readyStatus() throws Exception {
    String url =
        "http://127.0.0.1:%s/health/ready".formatted(System.getProperty("calendar.test.http.port"));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
