package calendar.api.grpc;

import calendar.access.AccessGrants;
import calendar.api.call.CalendarMethod;
import calendar.api.call.Call;
import calendar.api.call.CallPipeline;
import calendar.api.call.Target;
import calendar.api.message.EventLists;
import calendar.api.message.EventMessages;
import calendar.api.message.EventPage;
import calendar.api.message.EventQuery;
import calendar.api.message.EventSearch;
import calendar.event.Calendar;
import calendar.event.CreatedEvent;
import calendar.series.SeriesCalendar;
import calendar.v1.CalendarServiceGrpc.CalendarServiceImplBase;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteEventResponse;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.DeleteSeriesResponse;
import calendar.v1.Event;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.GetSeriesRequest;
import calendar.v1.GetSeriesResponse;
import calendar.v1.GrantAccessRequest;
import calendar.v1.GrantAccessResponse;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListAccessResponse;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListMonthEventsResponse;
import calendar.v1.ListSeriesRequest;
import calendar.v1.ListSeriesResponse;
import calendar.v1.ListWeekEventsRequest;
import calendar.v1.ListWeekEventsResponse;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.RevokeAccessResponse;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import calendar.v1.UpdateSeriesRequest;
import calendar.v1.UpdateSeriesResponse;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;
import java.util.function.Supplier;

/** Passes the calls of {@code calendar.v1.CalendarService} to the call pipeline. */
final class CalendarService extends CalendarServiceImplBase {
  private final Calendar calendar;
  private final EventLists lists;
  private final EventSearch search;
  private final SeriesService series;
  private final AccessService access;
  private final CallPipeline pipeline;

  CalendarService(
      Calendar calendar, SeriesCalendar series, AccessGrants access, CallPipeline pipeline) {
    this.calendar = calendar;
    this.lists = new EventLists(calendar, GrpcServer.LARGEST_PAGE_BYTES);
    this.search = new EventSearch(calendar, GrpcServer.LARGEST_PAGE_BYTES);
    this.series = new SeriesService(series, pipeline);
    this.access = new AccessService(access, pipeline);
    this.pipeline = pipeline;
  }

  @Override
  public void createEvent(
      CreateEventRequest request, StreamObserver<CreateEventResponse> observer) {
    pipeline.run(
        call(
            CalendarMethod.CREATE_EVENT,
            request.getEvent().getOwnerId(),
            Target.created(request.getRequestId())),
        new GrpcReply<>(
            observer, CalendarService::created, created -> created.event().id().toString()),
        () -> calendar.create(EventMessages.draft(request.getEvent()), request.getRequestId()));
  }

  private static CreateEventResponse created(CreatedEvent created) {
    return CreateEventResponse.newBuilder()
        .setEvent(EventMessages.message(created.event()))
        .setReplayed(created.replayed())
        .build();
  }

  @Override
  public void getEvent(GetEventRequest request, StreamObserver<GetEventResponse> observer) {
    pipeline.run(
        call(CalendarMethod.GET_EVENT, request.getOwnerId()),
        new GrpcReply<>(
            observer,
            event -> GetEventResponse.newBuilder().setEvent(EventMessages.message(event)).build()),
        () -> calendar.get(request.getOwnerId(), request.getId()));
  }

  @Override
  public void updateEvent(
      UpdateEventRequest request, StreamObserver<UpdateEventResponse> observer) {
    Event event = request.getEvent();
    pipeline.runBlocking(
        call(CalendarMethod.UPDATE_EVENT, event.getOwnerId(), Target.of(event.getId())),
        new GrpcReply<>(
            observer,
            updated ->
                UpdateEventResponse.newBuilder().setEvent(EventMessages.message(updated)).build()),
        () -> calendar.update(EventMessages.draft(event), request.getUpdateMask().getPathsList()));
  }

  @Override
  public void deleteEvent(
      DeleteEventRequest request, StreamObserver<DeleteEventResponse> observer) {
    pipeline.runBlocking(
        call(CalendarMethod.DELETE_EVENT, request.getOwnerId(), Target.of(request.getId())),
        new GrpcReply<>(observer, Function.identity()),
        () -> {
          calendar.delete(request.getOwnerId(), request.getId(), request.getEtag());
          return DeleteEventResponse.getDefaultInstance();
        });
  }

  @Override
  public void findEvents(FindEventsRequest request, StreamObserver<FindEventsResponse> observer) {
    pipeline.runBlocking(
        call(CalendarMethod.FIND_EVENTS, request.getOwnerId()),
        new GrpcReply<>(observer, Function.identity()),
        () -> search.find(request));
  }

  @Override
  public void listEvents(ListEventsRequest request, StreamObserver<ListEventsResponse> observer) {
    list(
        call(CalendarMethod.LIST_EVENTS, request.getOwnerId()),
        () -> EventQuery.of(request),
        page ->
            ListEventsResponse.newBuilder()
                .addAllEvents(page.events())
                .setNextPageToken(page.nextPageToken())
                .build(),
        observer);
  }

  @Override
  public void listDayEvents(
      ListDayEventsRequest request, StreamObserver<ListDayEventsResponse> observer) {
    list(
        call(CalendarMethod.LIST_DAY_EVENTS, request.getOwnerId()),
        () -> EventQuery.of(request),
        page ->
            ListDayEventsResponse.newBuilder()
                .addAllEvents(page.events())
                .setNextPageToken(page.nextPageToken())
                .build(),
        observer);
  }

  @Override
  public void listWeekEvents(
      ListWeekEventsRequest request, StreamObserver<ListWeekEventsResponse> observer) {
    list(
        call(CalendarMethod.LIST_WEEK_EVENTS, request.getOwnerId()),
        () -> EventQuery.of(request),
        page ->
            ListWeekEventsResponse.newBuilder()
                .addAllEvents(page.events())
                .setNextPageToken(page.nextPageToken())
                .build(),
        observer);
  }

  @Override
  public void listMonthEvents(
      ListMonthEventsRequest request, StreamObserver<ListMonthEventsResponse> observer) {
    list(
        call(CalendarMethod.LIST_MONTH_EVENTS, request.getOwnerId()),
        () -> EventQuery.of(request),
        page ->
            ListMonthEventsResponse.newBuilder()
                .addAllEvents(page.events())
                .setNextPageToken(page.nextPageToken())
                .build(),
        observer);
  }

  @Override
  public void createSeries(
      CreateSeriesRequest request, StreamObserver<CreateSeriesResponse> observer) {
    series.create(request, observer);
  }

  @Override
  public void getSeries(GetSeriesRequest request, StreamObserver<GetSeriesResponse> observer) {
    series.get(request, observer);
  }

  @Override
  public void updateSeries(
      UpdateSeriesRequest request, StreamObserver<UpdateSeriesResponse> observer) {
    series.update(request, observer);
  }

  @Override
  public void deleteSeries(
      DeleteSeriesRequest request, StreamObserver<DeleteSeriesResponse> observer) {
    series.delete(request, observer);
  }

  @Override
  public void listSeries(ListSeriesRequest request, StreamObserver<ListSeriesResponse> observer) {
    series.list(request, observer);
  }

  @Override
  public void grantAccess(
      GrantAccessRequest request, StreamObserver<GrantAccessResponse> observer) {
    access.grant(request, observer);
  }

  @Override
  public void revokeAccess(
      RevokeAccessRequest request, StreamObserver<RevokeAccessResponse> observer) {
    access.revoke(request, observer);
  }

  @Override
  public void listAccess(ListAccessRequest request, StreamObserver<ListAccessResponse> observer) {
    access.list(request, observer);
  }

  private <T> void list(
      Call call,
      Supplier<EventQuery> query,
      Function<EventPage, T> response,
      StreamObserver<T> observer) {
    pipeline.run(call, new GrpcReply<>(observer, response), () -> lists.list(query.get()));
  }

  private static Call call(CalendarMethod method, String ownerId) {
    return call(method, ownerId, Target.NONE);
  }

  private static Call call(CalendarMethod method, String ownerId, Target target) {
    return new Call(method, CallEntrance.caller(), ownerId, target);
  }
}
