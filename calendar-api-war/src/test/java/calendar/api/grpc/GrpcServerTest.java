package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CalendarServiceGrpc;
import calendar.v1.Event;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListWeekEventsRequest;
import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.type.Date;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers that clients get. */
class GrpcServerTest extends OnGrpcServer {
  @Test
  void booksAndRejectsWithDetails() throws Exception {
    Event booked = create(event("ann", 1_000, 2_000));
    assertThat(answers).hasValue(1);

    StatusRuntimeException busy = refused(() -> create(event("ann", 1_500, 2_500)));

    assertThat(busy.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    ErrorInfo info = detail(busy, ErrorInfo.class);
    assertThat(info.getDomain()).isEqualTo("calendar");
    assertThat(info.getReason()).isEqualTo("DATE_BUSY");
    assertThat(info.getMetadataMap())
        .containsEntry("conflicting_event_id", booked.getId())
        .containsEntry("conflicting_start_time", "1970-01-01T00:16:40Z")
        .containsEntry("conflicting_end_time", "1970-01-01T00:33:20Z");
    assertThat(ends).containsExactly("CreateEvent OK", "CreateEvent FAILED_PRECONDITION");
  }

  @Test
  void namesBadFields() throws Exception {
    StatusRuntimeException bad = refused(() -> create(event("", 2_000, 1_000)));

    assertThat(bad.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(detail(bad, BadRequest.class).getFieldViolationsList())
        .extracting(BadRequest.FieldViolation::getField)
        .containsExactly("event.owner_id", "event.end_time");
  }

  /** Naming every reminder would exceed the 8 KiB of metadata that clients accept. */
  @Test
  void namesOnlyReminderCount() throws Exception {
    Event.Builder many =
        event("ann", 0, 0).toBuilder()
            .setStartTime(Timestamps.parseUnchecked("0001-01-01T00:00:00Z"))
            .setEndTime(Timestamps.parseUnchecked("0001-01-01T01:00:00Z"));
    for (int i = 0; i < 100_000; i++) {
      many.addRemindBefore(Durations.fromSeconds(i));
    }

    StatusRuntimeException bad = refused(() -> create(many.build()));

    assertThat(bad.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(detail(bad, BadRequest.class).getFieldViolationsList())
        .extracting(BadRequest.FieldViolation::getField)
        .containsExactly("event.remind_before");
  }

  @Test
  void rejectsInvalidProtobufTimes() throws Exception {
    Event badNanos =
        event("ann", 1_000, 2_000).toBuilder()
            .setStartTime(Timestamp.newBuilder().setSeconds(1_000).setNanos(-1))
            .setEndTime(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
            .addRemindBefore(com.google.protobuf.Duration.newBuilder().setSeconds(1).setNanos(-1))
            .build();

    assertThat(detail(refused(() -> create(badNanos)), BadRequest.class).getFieldViolationsList())
        .extracting(BadRequest.FieldViolation::getField)
        .containsExactly("event.start_time", "event.end_time", "event.remind_before[0]");
  }

  @Test
  void rejectsPageTokensOfOtherRequests() {
    for (int i = 0; i < 3; i++) {
      create(event("ann", 1_000 + i, 1_001 + i));
    }
    ListEventsRequest request =
        ListEventsRequest.newBuilder()
            .setOwnerId("ann")
            .setStartTime(Timestamp.newBuilder().setSeconds(0))
            .setEndTime(Timestamp.newBuilder().setSeconds(9_000))
            .setPageSize(1)
            .build();
    ListEventsResponse first = calendar.listEvents(request);
    ListEventsRequest next = request.toBuilder().setPageToken(first.getNextPageToken()).build();

    ListEventsResponse rest = calendar.listEvents(next.toBuilder().setPageSize(5).build());
    assertThat(rest.getEventsCount()).isEqualTo(2);
    assertThat(rest.getNextPageToken()).isEmpty();
    List<ListEventsRequest> foreign = new ArrayList<>();
    foreign.add(next.toBuilder().setOwnerId("bob").build());
    foreign.add(next.toBuilder().setEndTime(Timestamp.newBuilder().setSeconds(9_001)).build());
    foreign.add(request.toBuilder().setPageToken("AAAA").build());
    foreign.add(request.toBuilder().setPageToken("not base64!").build());
    for (ListEventsRequest request1 : foreign) {
      assertThat(refused(() -> calendar.listEvents(request1)).getStatus().getCode())
          .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }
  }

  /** Requests for a day, a week and a month of one date have the same bytes. */
  @Test
  void rejectsPageTokensOfOtherMethods() throws Exception {
    for (int i = 0; i < 2; i++) {
      create(event("ann", 1_000 + i, 1_001 + i));
    }
    Date date = Date.newBuilder().setYear(1970).setMonth(1).setDay(1).build();
    ListDayEventsRequest day =
        ListDayEventsRequest.newBuilder().setOwnerId("ann").setDate(date).setPageSize(1).build();
    ByteString ofDay = next(day, calendar.listDayEvents(day).getNextPageToken());
    ListWeekEventsRequest week = ListWeekEventsRequest.parseFrom(ofDay);
    ListMonthEventsRequest month = ListMonthEventsRequest.parseFrom(ofDay);

    assertThat(calendar.listDayEvents(ListDayEventsRequest.parseFrom(ofDay)).getEventsCount())
        .isEqualTo(1);
    for (StatusRuntimeException refusal :
        List.of(
            refused(() -> calendar.listWeekEvents(week)),
            refused(() -> calendar.listMonthEvents(month)))) {
      assertThat(detail(refusal, BadRequest.class).getFieldViolationsList())
          .extracting(BadRequest.FieldViolation::getField)
          .containsExactly("page_token");
    }
  }

  private static ByteString next(ListDayEventsRequest request, String pageToken) {
    assertThat(pageToken).isNotEmpty();
    return request.toBuilder().setPageToken(pageToken).build().toByteString();
  }

  @Test
  void endsAPageBeforeTheMessageLimit() {
    int events = 120;
    for (int i = 0; i < events; i++) {
      create(
          event("ann", 1_000 + i, 1_001 + i).toBuilder()
              .setDescription("\ud83c\udf89".repeat(10_000))
              .build());
    }
    ListEventsRequest request =
        ListEventsRequest.newBuilder()
            .setOwnerId("ann")
            .setStartTime(Timestamp.newBuilder().setSeconds(0))
            .setEndTime(Timestamp.newBuilder().setSeconds(9_000))
            .setPageSize(1_000)
            .build();

    ListEventsResponse first = calendar.listEvents(request);
    ListEventsResponse rest =
        calendar.listEvents(request.toBuilder().setPageToken(first.getNextPageToken()).build());

    assertThat(first.getEventsCount()).isBetween(90, events - 1);
    assertThat(first.getEventsCount() + rest.getEventsCount()).isEqualTo(events);
    assertThat(rest.getNextPageToken()).isEmpty();
  }

  @Test
  void reportsHealthAsSet() {
    HealthGrpc.HealthBlockingStub health = HealthGrpc.newBlockingStub(channel);
    for (String service : List.of("", CalendarServiceGrpc.SERVICE_NAME)) {
      HealthCheckRequest request = HealthCheckRequest.newBuilder().setService(service).build();

      server.setServing(true);
      assertThat(health.check(request).getStatus()).isEqualTo(ServingStatus.SERVING);
      server.setServing(false);
      assertThat(health.check(request).getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
    }
  }
}
