package calendar.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import calendar.local.postgres.EmbeddedDatabase;
import calendar.v1.GetEventRequest;
import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL stops or hangs, and answers again: calls fail quickly, and the server recovers. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class OutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration DEADLINE = Duration.ofSeconds(4);

  private final EmbeddedDatabase postgres = RunningServices.postgres();
  private ApiClient api;

  @Deployment(testable = false)
  static WebArchive deployment() {
    return Deployments.api();
  }

  @BeforeEach
  void dial() {
    assumeTrue(postgres != null, "no test can stop or pause PostgreSQL in a container");
    api = new ApiClient();
    awaitServing();
  }

  @AfterEach
  void hangUp() {
    api.close();
  }

  @Test
  void aDatabaseThatIsStopped() throws Exception {
    postgres.stop();
    try {
      assertThatCallsAreRefused("PostgreSQL stopped");
    } finally {
      postgres.start();
    }
    awaitServing();
  }

  @Test
  void aDatabaseThatIsFrozen() throws Exception {
    postgres.pause();
    try {
      assertThatCallsAreRefused("PostgreSQL frozen");
    } finally {
      postgres.resume();
    }
    awaitServing();
  }

  private void assertThatCallsAreRefused(String outage) throws Exception {
    long call = System.nanoTime();
    StatusRuntimeException refusal = refusal();
    Duration answered = Duration.ofNanos(System.nanoTime() - call);

    System.out.printf(
        "%s: the first call was answered %s after %d ms%n",
        outage, refusal.getStatus().getCode(), answered.toMillis());
    assertThat(answered).isLessThanOrEqualTo(DEADLINE);
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    Any detail = StatusProto.fromThrowable(refusal).getDetails(0);
    assertThat(detail.unpack(ErrorInfo.class).getReason()).isEqualTo("STORAGE_UNAVAILABLE");
    await().atMost(PATIENCE).until(() -> api.servingStatus() == ServingStatus.NOT_SERVING);
    await().atMost(PATIENCE).until(() -> api.get("/health/ready").statusCode() == 503);
    assertThat(refusal().getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
  }

  private void awaitServing() {
    await().atMost(PATIENCE).until(() -> api.servingStatus() == ServingStatus.SERVING);
    await().atMost(PATIENCE).until(() -> api.get("/health/ready").statusCode() == 200);
    assertThat(refusal().getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
  }

  private StatusRuntimeException refusal() {
    return catchThrowableOfType(
        StatusRuntimeException.class,
        () ->
            api.calendar()
                .withDeadlineAfter(DEADLINE)
                .getEvent(
                    GetEventRequest.newBuilder()
                        .setOwnerId("ann")
                        .setId("0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b")
                        .build()));
  }
}
