package calendar.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import calendar.v1.CreateEventRequest;
import calendar.v1.Event;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.rpc.ErrorInfo;
import io.grpc.ManagedChannel;
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
  }

  @AfterEach
  void hangUp() {
    channel.shutdownNow();
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
    Event booked = calendar.createEvent(tea(owner)).getEvent();

    StatusRuntimeException busy =
        catchThrowableOfType(StatusRuntimeException.class, () -> calendar.createEvent(tea(owner)));

    ErrorInfo info =
        StatusProto.fromThrowable(busy).getDetailsList().get(0).unpack(ErrorInfo.class);
    assertThat(info.getReason()).isEqualTo("DATE_BUSY");
    assertThat(info.getMetadataMap()).containsEntry("conflicting_event_id", booked.getId());
  }

  @Test
  void servesWhileTheStorageAnswers() {
    assertThat(
            HealthGrpc.newBlockingStub(channel)
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void measuresEachCallByMethodAndCode() throws Exception {
    String owner = "owner-" + UUID.randomUUID();
    calendar.createEvent(tea(owner));
    catchThrowableOfType(StatusRuntimeException.class, () -> calendar.createEvent(tea(owner)));

    String metrics = metrics();

    for (String code : new String[] {"OK", "FAILED_PRECONDITION"}) {
      assertThat(metrics)
          .containsPattern(
              "calendar_grpc_request_duration_seconds_bucket\\{code=\"%s\",method=\"CreateEvent\",.*le=\"0.1\""
                  .formatted(code));
    }
  }

  private static String metrics() throws Exception {
    String url =
        "http://127.0.0.1:%s/metrics".formatted(System.getProperty("calendar.test.http.port"));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }
}
