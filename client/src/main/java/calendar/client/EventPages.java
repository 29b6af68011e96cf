package calendar.client;

import calendar.v1.Event;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListMonthEventsResponse;
import calendar.v1.ListWeekEventsRequest;
import calendar.v1.ListWeekEventsResponse;
import java.util.List;

/** Reads complete lists: all pages, starting with the page that the request names. */
public final class EventPages {
  private final CalendarClient client;

  public EventPages(CalendarClient client) {
    this.client = client;
  }

  public List<Event> of(ListEventsRequest request) {
    return Pages.all(
        request.getPageToken(),
        token -> client.listEvents(request.toBuilder().setPageToken(token).build()),
        ListEventsResponse::getEventsList,
        ListEventsResponse::getNextPageToken);
  }

  public List<Event> of(ListDayEventsRequest request) {
    return Pages.all(
        request.getPageToken(),
        token -> client.listDayEvents(request.toBuilder().setPageToken(token).build()),
        ListDayEventsResponse::getEventsList,
        ListDayEventsResponse::getNextPageToken);
  }

  public List<Event> of(ListWeekEventsRequest request) {
    return Pages.all(
        request.getPageToken(),
        token -> client.listWeekEvents(request.toBuilder().setPageToken(token).build()),
        ListWeekEventsResponse::getEventsList,
        ListWeekEventsResponse::getNextPageToken);
  }

  public List<Event> of(ListMonthEventsRequest request) {
    return Pages.all(
        request.getPageToken(),
        token -> client.listMonthEvents(request.toBuilder().setPageToken(token).build()),
        ListMonthEventsResponse::getEventsList,
        ListMonthEventsResponse::getNextPageToken);
  }
}
