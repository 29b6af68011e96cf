package calendar.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.v1.CreateEventRequest;
import calendar.v1.Event;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.StatusProto;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The deployed endpoint, asked from outside: calls reach EJB and JPA through the managed executor,
 * errors come out mapped, and what happened is measured.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class EndpointIT {
  private ApiClient api;

  @Deployment(testable = false)
  static WebArchive deployment() {
    return Deployments.api();
  }

  @BeforeEach
  void dial() {
    api = new ApiClient();
  }

  @AfterEach
  void hangUp() {
    api.close();
  }

  private static CreateEventRequest tea(String owner) {
    return CreateEventRequest.newBuilder()
        .setEvent(
            Event.newBuilder()
                .setOwnerId(owner)
                .setTitle("Tea")
                .setStartTime(Timestamp.newBuilder().setSeconds(1_800_000_000))
                .setEndTime(Timestamp.newBuilder().setSeconds(1_800_003_600))
                .addRemindBefore(Duration.newBuilder().setSeconds(900)))
        .build();
  }

  @Test
  void booksOnceAndRefusesTwice() throws Exception {
    String owner = "owner-" + UUID.randomUUID();
    Event booked = api.calendar().createEvent(tea(owner)).getEvent();

    StatusRuntimeException busy =
        catchThrowableOfType(
            StatusRuntimeException.class, () -> api.calendar().createEvent(tea(owner)));

    ErrorInfo info =
        StatusProto.fromThrowable(busy).getDetailsList().get(0).unpack(ErrorInfo.class);
    assertThat(info.getReason()).isEqualTo("DATE_BUSY");
    assertThat(info.getMetadataMap()).containsEntry("conflicting_event_id", booked.getId());
  }

  @Test
  void servesWhileTheStorageAnswers() {
    assertThat(api.servingStatus()).isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void measuresEachCallByMethodAndCode() throws Exception {
    String owner = "owner-" + UUID.randomUUID();
    api.calendar().createEvent(tea(owner));
    catchThrowableOfType(
        StatusRuntimeException.class, () -> api.calendar().createEvent(tea(owner)));

    String metrics = api.get("/metrics").body();

    for (String code : new String[] {"OK", "FAILED_PRECONDITION"}) {
      assertThat(metrics)
          .containsPattern(
              "calendar_grpc_request_duration_seconds_bucket\\{code=\"%s\",method=\"CreateEvent\",.*le=\"0.1\""
                  .formatted(code));
    }
    assertThat(metrics)
        .doesNotContainPattern("calendar_grpc_request_duration_seconds\\{[^}]*quantile");
  }
}
