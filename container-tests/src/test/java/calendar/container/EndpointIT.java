package calendar.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.v1.CreateEventRequest;
import calendar.v1.Event;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
  void listsTheLargestEventsPageByPage() {
    String owner = "owner-" + UUID.randomUUID();
    List<Event> booked = IntStream.range(0, 150).mapToObj(i -> book(largest(owner, i))).toList();
    ListEventsRequest request =
        ListEventsRequest.newBuilder()
            .setOwnerId(owner)
            .setStartTime(Timestamp.newBuilder().setSeconds(1_800_000_000))
            .setEndTime(Timestamp.newBuilder().setSeconds(1_800_003_600))
            .setPageSize(1_000)
            .build();

    ListEventsResponse first = api.calendar().listEvents(request);
    ListEventsResponse rest =
        api.calendar()
            .listEvents(request.toBuilder().setPageToken(first.getNextPageToken()).build());

    assertThat(first.getEventsList()).isEqualTo(booked.subList(0, first.getEventsCount()));
    assertThat(first.getSerializedSize()).isBetween(4_000_000, 4 * 1024 * 1024);
    assertThat(rest.getEventsList()).isEqualTo(booked.subList(first.getEventsCount(), 150));
    assertThat(rest.getNextPageToken()).isEmpty();
  }

  private Event book(Event event) {
    return api.calendar()
        .createEvent(CreateEventRequest.newBuilder().setEvent(event).build())
        .getEvent();
  }

  private static Event largest(String owner, int number) {
    Event.Builder event =
        Event.newBuilder()
            .setOwnerId(owner)
            .setTitle("\ud83c\udf89".repeat(255))
            .setDescription("\ud83c\udf89".repeat(10_000))
            .setStartTime(Timestamp.newBuilder().setSeconds(1_800_000_000 + number))
            .setEndTime(Timestamp.newBuilder().setSeconds(1_800_000_001 + number));
    for (int minutes = 5; minutes > 0; minutes--) {
      event.addRemindBefore(Duration.newBuilder().setSeconds(60 * minutes));
    }
    return event.build();
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
