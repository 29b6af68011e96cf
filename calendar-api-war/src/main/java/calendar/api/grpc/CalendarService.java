package calendar.api.grpc;

import calendar.api.call.CallPipeline;
import calendar.api.message.EventLists;
import calendar.api.message.EventMessages;
import calendar.api.message.EventSearch;
import calendar.event.Calendar;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import calendar.v1.CalendarServiceGrpc.CalendarServiceImplBase;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteEventResponse;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListMonthEventsResponse;
import calendar.v1.ListWeekEventsRequest;
import calendar.v1.ListWeekEventsResponse;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import io.grpc.stub.StreamObserver;

/** Answers the calls of {@code calendar.v1.CalendarService} from the {@link Calendar}. */
final class CalendarService extends CalendarServiceImplBase {
  private final Calendar calendar;
  private final EventLists lists;
  private final EventSearch search;
  private final CallPipeline executor;

  CalendarService(Calendar calendar, CallPipeline executor) {
    this.calendar = calendar;
    this.lists = new EventLists(calendar);
    this.search = new EventSearch(calendar);
    this.executor = executor;
  }

  @Override
  public void createEvent(
      CreateEventRequest request, StreamObserver<CreateEventResponse> observer) {
    executor.answerLater(
        observer,
        () -> calendar.create(EventMessages.draft(request.getEvent()), request.getRequestId()),
        CalendarService::created);
  }

  private static CreateEventResponse created(CreatedEvent created) {
    return CreateEventResponse.newBuilder()
        .setEvent(EventMessages.message(created.event()))
        .setReplayed(created.replayed())
        .build();
  }

  @Override
  public void getEvent(GetEventRequest request, StreamObserver<GetEventResponse> observer) {
    executor.answerLater(
        observer,
        () -> calendar.get(request.getOwnerId(), request.getId()),
        event -> GetEventResponse.newBuilder().setEvent(EventMessages.message(event)).build());
  }

  @Override
  public void updateEvent(
      UpdateEventRequest request, StreamObserver<UpdateEventResponse> observer) {
    executor.answer(
        observer,
        () -> {
          Event event =
              calendar.update(
                  EventMessages.draft(request.getEvent()), request.getUpdateMask().getPathsList());
          return UpdateEventResponse.newBuilder().setEvent(EventMessages.message(event)).build();
        });
  }

  @Override
  public void deleteEvent(
      DeleteEventRequest request, StreamObserver<DeleteEventResponse> observer) {
    executor.answer(
        observer,
        () -> {
          calendar.delete(request.getOwnerId(), request.getId(), request.getEtag());
          return DeleteEventResponse.getDefaultInstance();
        });
  }

  @Override
  public void findEvents(FindEventsRequest request, StreamObserver<FindEventsResponse> observer) {
    executor.answer(observer, () -> search.find(request));
  }

  @Override
  public void listEvents(ListEventsRequest request, StreamObserver<ListEventsResponse> observer) {
    executor.answerLater(
        observer,
        () -> lists.list(request),
        page ->
            ListEventsResponse.newBuilder()
                .addAllEvents(page.events())
                .setNextPageToken(page.nextPageToken())
                .build());
  }

  @Override
  public void listDayEvents(
      ListDayEventsRequest request, StreamObserver<ListDayEventsResponse> observer) {
    executor.answerLater(
        observer,
        () -> lists.list(request),
        page ->
            ListDayEventsResponse.newBuilder()
                .addAllEvents(page.events())
                .setNextPageToken(page.nextPageToken())
                .build());
  }

  @Override
  public void listWeekEvents(
      ListWeekEventsRequest request, StreamObserver<ListWeekEventsResponse> observer) {
    executor.answerLater(
        observer,
        () -> lists.list(request),
        page ->
            ListWeekEventsResponse.newBuilder()
                .addAllEvents(page.events())
                .setNextPageToken(page.nextPageToken())
                .build());
  }

  @Override
  public void listMonthEvents(
      ListMonthEventsRequest request, StreamObserver<ListMonthEventsResponse> observer) {
    executor.answerLater(
        observer,
        () -> lists.list(request),
        page ->
            ListMonthEventsResponse.newBuilder()
                .addAllEvents(page.events())
                .setNextPageToken(page.nextPageToken())
                .build());
  }
}
