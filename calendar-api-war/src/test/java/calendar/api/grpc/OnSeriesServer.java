package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.Event;
import calendar.v1.ListEventsRequest;
import calendar.v1.Series;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.type.Date;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;

/** Series of a server. */
abstract class OnSeriesServer extends OnGrpcServer {
  /** An hour on a Monday at 10:00 in Brussels, repeated as the rule says. */
  static Series.Builder tea(String rule) {
    return Series.newBuilder()
        .setOwnerId("ann")
        .setTitle("Tea")
        .setStartTime(time("2031-05-05T08:00:00Z"))
        .setEndTime(time("2031-05-05T09:00:00Z"))
        .setTimeZone("Europe/Brussels")
        .addRecurrence(rule);
  }

  /** A day that begins on that Monday. */
  static Series.Builder fair(String rule) {
    return tea(rule)
        .setTitle("Fair")
        .clearStartTime()
        .clearEndTime()
        .setStartDate(date(2031, 5, 5))
        .setEndDate(date(2031, 5, 6));
  }

  static Timestamp time(String text) {
    return Timestamps.parseUnchecked(text);
  }

  static Date date(int year, int month, int day) {
    return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
  }

  static CreateSeriesRequest request(Series.Builder series) {
    return CreateSeriesRequest.newBuilder().setSeries(series).build();
  }

  CreateSeriesResponse create(Series.Builder series) {
    return calendar.createSeries(request(series));
  }

  /** Books an hour of another meeting. */
  Event book(String start) {
    long seconds = time(start).getSeconds();
    return create(event("ann", seconds, seconds + 3_600));
  }

  /** Ann's events of 2031 and later. */
  List<Event> events() {
    return calendar
        .listEvents(
            ListEventsRequest.newBuilder()
                .setOwnerId("ann")
                .setStartTime(time("2031-01-01T00:00:00Z"))
                .setEndTime(time("2041-01-01T00:00:00Z"))
                .setPageSize(1_000)
                .build())
        .getEventsList();
  }

  static void assertRefused(Status.Code code, String reason, Runnable call) throws Exception {
    StatusRuntimeException refusal = refused(call);
    assertThat(refusal.getStatus().getCode()).isEqualTo(code);
    assertThat(detail(refusal, ErrorInfo.class).getReason()).isEqualTo(reason);
  }

  static void assertInvalid(String field, Runnable call) throws Exception {
    StatusRuntimeException refusal = refused(call);
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(detail(refusal, BadRequest.class).getFieldViolationsList())
        .extracting(BadRequest.FieldViolation::getField)
        .containsExactly(field);
  }
}
