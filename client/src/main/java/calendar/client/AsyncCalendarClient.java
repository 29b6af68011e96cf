package calendar.client;

import calendar.client.error.CallError;
import calendar.v1.CalendarServiceGrpc.CalendarServiceFutureStub;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteEventResponse;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.DeleteSeriesResponse;
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
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Asynchronous calls: one thread can have many calls in flight on one channel. A failed call
 * completes its future with a {@link calendar.client.error.CalendarCallException}. Futures complete
 * on gRPC's threads; do not block these threads for long. Cancelling a future does not cancel the
 * call. Thread-safe.
 */
public final class AsyncCalendarClient {
  private final CalendarServiceFutureStub stub;
  private final Duration timeout;

  AsyncCalendarClient(CalendarServiceFutureStub stub, Duration timeout) {
    this.stub = stub;
    this.timeout = timeout;
  }

  public CompletableFuture<CreateEventResponse> createEvent(CreateEventRequest request) {
    return later(limited().createEvent(request));
  }

  public CompletableFuture<GetEventResponse> getEvent(GetEventRequest request) {
    return later(limited().getEvent(request));
  }

  public CompletableFuture<UpdateEventResponse> updateEvent(UpdateEventRequest request) {
    return later(limited().updateEvent(request));
  }

  public CompletableFuture<DeleteEventResponse> deleteEvent(DeleteEventRequest request) {
    return later(limited().deleteEvent(request));
  }

  public CompletableFuture<ListEventsResponse> listEvents(ListEventsRequest request) {
    return later(limited().listEvents(request));
  }

  public CompletableFuture<ListDayEventsResponse> listDayEvents(ListDayEventsRequest request) {
    return later(limited().listDayEvents(request));
  }

  public CompletableFuture<ListWeekEventsResponse> listWeekEvents(ListWeekEventsRequest request) {
    return later(limited().listWeekEvents(request));
  }

  public CompletableFuture<ListMonthEventsResponse> listMonthEvents(
      ListMonthEventsRequest request) {
    return later(limited().listMonthEvents(request));
  }

  public CompletableFuture<FindEventsResponse> findEvents(FindEventsRequest request) {
    return later(limited().findEvents(request));
  }

  public CompletableFuture<CreateSeriesResponse> createSeries(CreateSeriesRequest request) {
    return later(limited().createSeries(request));
  }

  public CompletableFuture<GetSeriesResponse> getSeries(GetSeriesRequest request) {
    return later(limited().getSeries(request));
  }

  public CompletableFuture<UpdateSeriesResponse> updateSeries(UpdateSeriesRequest request) {
    return later(limited().updateSeries(request));
  }

  public CompletableFuture<DeleteSeriesResponse> deleteSeries(DeleteSeriesRequest request) {
    return later(limited().deleteSeries(request));
  }

  public CompletableFuture<ListSeriesResponse> listSeries(ListSeriesRequest request) {
    return later(limited().listSeries(request));
  }

  public CompletableFuture<GrantAccessResponse> grantAccess(GrantAccessRequest request) {
    return later(limited().grantAccess(request));
  }

  public CompletableFuture<RevokeAccessResponse> revokeAccess(RevokeAccessRequest request) {
    return later(limited().revokeAccess(request));
  }

  public CompletableFuture<ListAccessResponse> listAccess(ListAccessRequest request) {
    return later(limited().listAccess(request));
  }

  private CalendarServiceFutureStub limited() {
    return stub.withDeadlineAfter(timeout);
  }

  private static <R> CompletableFuture<R> later(ListenableFuture<R> call) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    Futures.addCallback(
        call,
        new FutureCallback<R>() {
          @Override
          public void onSuccess(R result) {
            answer.complete(result);
          }

          @Override
          public void onFailure(Throwable failure) {
            answer.completeExceptionally(CallError.of(failure).toException());
          }
        },
        MoreExecutors.directExecutor());
    return answer;
  }
}
