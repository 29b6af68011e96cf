package calendar.api.message;

import calendar.error.Violations;
import calendar.event.field.Interval;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListWeekEventsRequest;
import com.google.protobuf.Message;
import com.google.type.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BiFunction;

/**
 * What the four kinds of list requests have in common: each asks for the events of one interval.
 *
 * @param interval must not be used if there are violations
 * @param request the request as it was sent, to which its page tokens are bound
 * @param violations the bad fields found so far
 */
public record EventQuery(
    String ownerId,
    Interval interval,
    int pageSize,
    String pageToken,
    Message request,
    Violations violations) {

  public static EventQuery of(ListEventsRequest request) {
    Violations violations = new Violations();
    Interval interval =
        Interval.checked(
            ProtoTime.instant(request.hasStartTime(), request.getStartTime()),
            ProtoTime.instant(request.hasEndTime(), request.getEndTime()),
            violations);
    return new EventQuery(
        request.getOwnerId(),
        interval,
        request.getPageSize(),
        request.getPageToken(),
        request,
        violations);
  }

  public static EventQuery of(ListDayEventsRequest request) {
    return ofDate(
        request,
        request.getOwnerId(),
        request.getDate(),
        request.getTimeZone(),
        Interval::day,
        request.getPageSize(),
        request.getPageToken());
  }

  public static EventQuery of(ListWeekEventsRequest request) {
    return ofDate(
        request,
        request.getOwnerId(),
        request.getDate(),
        request.getTimeZone(),
        Interval::week,
        request.getPageSize(),
        request.getPageToken());
  }

  public static EventQuery of(ListMonthEventsRequest request) {
    return ofDate(
        request,
        request.getOwnerId(),
        request.getDate(),
        request.getTimeZone(),
        Interval::month,
        request.getPageSize(),
        request.getPageToken());
  }

  private static EventQuery ofDate(
      Message request,
      String ownerId,
      Date date,
      String timeZone,
      BiFunction<LocalDate, ZoneId, Interval> period,
      int pageSize,
      String pageToken) {
    Violations violations = new Violations();
    Interval interval = ProtoTime.interval(date, timeZone, period, violations);
    return new EventQuery(ownerId, interval, pageSize, pageToken, request, violations);
  }
}
