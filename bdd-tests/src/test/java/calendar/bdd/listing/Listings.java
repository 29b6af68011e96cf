package calendar.bdd.listing;

import calendar.bdd.api.Api;
import calendar.bdd.listing.Listing.Page;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import calendar.client.ProtoTimes;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListMonthEventsResponse;
import calendar.v1.ListWeekEventsRequest;
import calendar.v1.ListWeekEventsResponse;
import com.google.type.Date;
import java.time.Instant;
import java.time.LocalDate;

/** The four list methods of the API. */
public final class Listings {
  private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999Z");

  private final Api api;

  public Listings(Api api) {
    this.api = api;
  }

  /** The three lists of whole days. */
  public enum Days {
    DAY,
    WEEK,
    MONTH
  }

  public Listing everything(Person owner) {
    return period(period(owner.ownerId(), FIRST_TIME, LAST_TIME));
  }

  public Listing period(Person owner, Period period) {
    return period(period(owner.ownerId(), owner.at(period.start()), owner.at(period.end())));
  }

  public static ListEventsRequest.Builder period(String ownerId, Instant start, Instant end) {
    return ListEventsRequest.newBuilder()
        .setOwnerId(ownerId)
        .setStartTime(ProtoTimes.timestamp(start))
        .setEndTime(ProtoTimes.timestamp(end));
  }

  public Listing period(ListEventsRequest.Builder request) {
    return (size, token) -> {
      ListEventsResponse response =
          api.calendar().listEvents(request.clone().setPageSize(size).setPageToken(token).build());
      return new Page(response.getEventsList(), response.getNextPageToken());
    };
  }

  public Listing days(Days days, Person owner, LocalDate first) {
    Date date = ProtoTimes.date(first);
    String zone = owner.zone().getId();
    return days(days, owner.ownerId(), date, zone.equals("Z") ? "" : zone);
  }

  public Listing days(Days days, String ownerId, Date first, String zone) {
    return switch (days) {
      case DAY -> (size, token) -> day(ownerId, first, zone, size, token);
      case WEEK -> (size, token) -> week(ownerId, first, zone, size, token);
      case MONTH -> (size, token) -> month(ownerId, first, zone, size, token);
    };
  }

  private Page day(String ownerId, Date date, String zone, int size, String token) {
    ListDayEventsResponse response =
        api.calendar()
            .listDayEvents(
                ListDayEventsRequest.newBuilder()
                    .setOwnerId(ownerId)
                    .setDate(date)
                    .setTimeZone(zone)
                    .setPageSize(size)
                    .setPageToken(token)
                    .build());
    return new Page(response.getEventsList(), response.getNextPageToken());
  }

  private Page week(String ownerId, Date date, String zone, int size, String token) {
    ListWeekEventsResponse response =
        api.calendar()
            .listWeekEvents(
                ListWeekEventsRequest.newBuilder()
                    .setOwnerId(ownerId)
                    .setDate(date)
                    .setTimeZone(zone)
                    .setPageSize(size)
                    .setPageToken(token)
                    .build());
    return new Page(response.getEventsList(), response.getNextPageToken());
  }

  private Page month(String ownerId, Date date, String zone, int size, String token) {
    ListMonthEventsResponse response =
        api.calendar()
            .listMonthEvents(
                ListMonthEventsRequest.newBuilder()
                    .setOwnerId(ownerId)
                    .setDate(date)
                    .setTimeZone(zone)
                    .setPageSize(size)
                    .setPageToken(token)
                    .build());
    return new Page(response.getEventsList(), response.getNextPageToken());
  }
}
