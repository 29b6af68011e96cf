package calendar.api.grpc;

import calendar.v1.CreateEventRequest;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.Event;
import calendar.v1.FindEventsRequest;
import calendar.v1.GetEventRequest;
import calendar.v1.GetSeriesRequest;
import calendar.v1.GrantAccessRequest;
import calendar.v1.Grantee;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListSeriesRequest;
import calendar.v1.ListWeekEventsRequest;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.Role;
import calendar.v1.Series;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateSeriesRequest;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.type.Date;

/**
 * A request for each method, about an event and a series. Each request for a change changes
 * something.
 */
record AccessRequests(Event event, Series series) {
  private static final Timestamp START = OnSeriesServer.time("2032-01-01T00:00:00Z");
  private static final Timestamp END = OnSeriesServer.time("2032-01-02T00:00:00Z");
  private static final Date DATE = OnSeriesServer.date(2033, 5, 18);
  private static final FieldMask TITLE = FieldMask.newBuilder().addPaths("title").build();

  AccessRequests withUnknownIds() {
    return withIds("0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b");
  }

  AccessRequests withBadIds() {
    return withIds("no id");
  }

  private AccessRequests withIds(String id) {
    return new AccessRequests(
        event.toBuilder().setId(id).build(), series.toBuilder().setId(id).build());
  }

  Message of(String method) {
    return of(method, event.getOwnerId());
  }

  /** The request for another owner. */
  Message of(String method, String owner) {
    return switch (method) {
      case "CreateEvent" ->
          CreateEventRequest.newBuilder()
              .setEvent(
                  event.toBuilder().clearId().setOwnerId(owner).setStartTime(START).setEndTime(END))
              .build();
      case "GetEvent" ->
          GetEventRequest.newBuilder().setOwnerId(owner).setId(event.getId()).build();
      case "UpdateEvent" ->
          UpdateEventRequest.newBuilder()
              .setEvent(event.toBuilder().setOwnerId(owner).setTitle("Coffee"))
              .setUpdateMask(TITLE)
              .build();
      case "DeleteEvent" ->
          DeleteEventRequest.newBuilder().setOwnerId(owner).setId(event.getId()).build();
      case "ListEvents" ->
          ListEventsRequest.newBuilder()
              .setOwnerId(owner)
              .setStartTime(START)
              .setEndTime(END)
              .build();
      case "ListDayEvents" ->
          ListDayEventsRequest.newBuilder().setOwnerId(owner).setDate(DATE).build();
      case "ListWeekEvents" ->
          ListWeekEventsRequest.newBuilder().setOwnerId(owner).setDate(DATE).build();
      case "ListMonthEvents" ->
          ListMonthEventsRequest.newBuilder().setOwnerId(owner).setDate(DATE).build();
      case "FindEvents" ->
          FindEventsRequest.newBuilder().setOwnerId(owner).addIcalUids("uid").build();
      default -> ofSeries(method, owner);
    };
  }

  private Message ofSeries(String method, String owner) {
    return switch (method) {
      case "CreateSeries" ->
          CreateSeriesRequest.newBuilder()
              .setSeries(
                  OnSeriesServer.tea("RRULE:FREQ=DAILY;COUNT=2")
                      .setOwnerId(owner)
                      .setStartTime(OnSeriesServer.time("2034-05-05T08:00:00Z"))
                      .setEndTime(OnSeriesServer.time("2034-05-05T09:00:00Z")))
              .build();
      case "GetSeries" ->
          GetSeriesRequest.newBuilder().setOwnerId(owner).setId(series.getId()).build();
      case "UpdateSeries" ->
          UpdateSeriesRequest.newBuilder()
              .setSeries(series.toBuilder().setOwnerId(owner).setTitle("Coffee"))
              .setUpdateMask(TITLE)
              .build();
      case "DeleteSeries" ->
          DeleteSeriesRequest.newBuilder().setOwnerId(owner).setId(series.getId()).build();
      case "ListSeries" -> ListSeriesRequest.newBuilder().setOwnerId(owner).build();
      default -> ofAccess(method, owner);
    };
  }

  private static Message ofAccess(String method, String owner) {
    return switch (method) {
      case "GrantAccess" ->
          GrantAccessRequest.newBuilder()
              .setOwnerId(owner)
              .setGrantee(Grantee.newBuilder().setSubject("zoe"))
              .setRole(Role.ROLE_READER)
              .build();
      case "RevokeAccess" ->
          RevokeAccessRequest.newBuilder()
              .setOwnerId(owner)
              .setGrantee(Grantee.newBuilder().setGroup("readers"))
              .build();
      case "ListAccess" -> ListAccessRequest.newBuilder().setOwnerId(owner).build();
      default -> throw new AssertionError("write a request for the new method " + method);
    };
  }
}
