package calendar.api.message;

import calendar.api.grpc.GrpcServer;
import calendar.error.Violations;
import calendar.event.Calendar;
import calendar.event.EventPage;
import calendar.event.Interval;
import calendar.v1.Event;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListWeekEventsRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The four ways to list events, each a page at a time. A page ends early where its message would
 * become too large for clients to take.
 */
public final class EventLists {
  /** Clients take messages up to 4 MiB by default; an event has at most about 50 KiB. */
  public static final int LARGEST_PAGE_BYTES = GrpcServer.LARGEST_MESSAGE_BYTES - 64 * 1024;

  /** The field's tag and the message's length. */
  private static final int FRAME_BYTES = 5;

  private final Calendar calendar;

  public EventLists(Calendar calendar) {
    this.calendar = calendar;
  }

  /** What all list responses hold. */
  public record Page(List<Event> events, String nextPageToken) {}

  public CompletableFuture<Page> list(ListEventsRequest request) {
    Violations violations = new Violations();
    Interval interval =
        Interval.checked(
            ProtoTime.instant(request.hasStartTime(), request.getStartTime()),
            ProtoTime.instant(request.hasEndTime(), request.getEndTime()),
            violations);
    PageToken token =
        PageToken.boundTo(request.toBuilder().clearPageSize().clearPageToken().build());
    return page(
        request.getOwnerId(),
        interval,
        request.getPageSize(),
        token,
        request.getPageToken(),
        violations);
  }

  public CompletableFuture<Page> list(ListDayEventsRequest request) {
    Violations violations = new Violations();
    Interval day =
        ProtoTime.interval(request.getDate(), request.getTimeZone(), Interval::day, violations);
    PageToken token =
        PageToken.boundTo(request.toBuilder().clearPageSize().clearPageToken().build());
    return page(
        request.getOwnerId(),
        day,
        request.getPageSize(),
        token,
        request.getPageToken(),
        violations);
  }

  public CompletableFuture<Page> list(ListWeekEventsRequest request) {
    Violations violations = new Violations();
    Interval week =
        ProtoTime.interval(request.getDate(), request.getTimeZone(), Interval::week, violations);
    PageToken token =
        PageToken.boundTo(request.toBuilder().clearPageSize().clearPageToken().build());
    return page(
        request.getOwnerId(),
        week,
        request.getPageSize(),
        token,
        request.getPageToken(),
        violations);
  }

  public CompletableFuture<Page> list(ListMonthEventsRequest request) {
    Violations violations = new Violations();
    Interval month =
        ProtoTime.interval(request.getDate(), request.getTimeZone(), Interval::month, violations);
    PageToken token =
        PageToken.boundTo(request.toBuilder().clearPageSize().clearPageToken().build());
    return page(
        request.getOwnerId(),
        month,
        request.getPageSize(),
        token,
        request.getPageToken(),
        violations);
  }

  private CompletableFuture<Page> page(
      String ownerId,
      Interval interval,
      int pageSize,
      PageToken token,
      String pageToken,
      Violations violations) {
    Optional<Instant> after = token.decode(pageToken, violations);
    return calendar
        .list(ownerId, interval, pageSize, after, violations)
        .thenApply(page -> page(page, token));
  }

  private static Page page(EventPage page, PageToken token) {
    List<Event> events = new ArrayList<>();
    int bytes = 0;
    for (calendar.event.Event event : page.events()) {
      Event message = EventMessages.message(event);
      bytes += message.getSerializedSize() + FRAME_BYTES;
      if (bytes > LARGEST_PAGE_BYTES) {
        return new Page(events, token.encode(last(page, events.size()).startTime()));
      }
      events.add(message);
    }
    return new Page(events, page.next().map(token::encode).orElse(""));
  }

  private static calendar.event.Event last(EventPage page, int size) {
    return page.events().get(size - 1);
  }
}
