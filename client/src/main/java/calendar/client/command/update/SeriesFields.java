package calendar.client.command.update;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The fields that events and series have in common. */
public final class SeriesFields {
  private SeriesFields() {}

  /** A series whose first occurrence has the fields of an event that a client may set. */
  public static Series.Builder series(Event first) {
    Series.Builder series =
        Series.newBuilder()
            .setId(first.getId())
            .setOwnerId(first.getOwnerId())
            .setTitle(first.getTitle())
            .setDescription(first.getDescription())
            .addAllRemindBefore(first.getRemindBeforeList())
            .setEtag(first.getEtag())
            .setLocation(first.getLocation())
            .setAvailability(first.getAvailability())
            .setTimeZone(first.getTimeZone());
    if (first.hasStartTime()) {
      series.setStartTime(first.getStartTime());
    }
    if (first.hasEndTime()) {
      series.setEndTime(first.getEndTime());
    }
    if (first.hasStartDate()) {
      series.setStartDate(first.getStartDate());
    }
    if (first.hasEndDate()) {
      series.setEndDate(first.getEndDate());
    }
    return series;
  }

  /** The first occurrence: its times or dates, its zone, and the etag of the series. */
  static Event firstOccurrence(Series series) {
    Event.Builder first =
        Event.newBuilder().setTimeZone(series.getTimeZone()).setEtag(series.getEtag());
    if (series.hasStartDate()) {
      first.setStartDate(series.getStartDate()).setEndDate(series.getEndDate());
    }
    return first.setStartTime(series.getStartTime()).setEndTime(series.getEndTime()).build();
  }

  /** An occurrence of a timed series, as the series describes it. */
  static Event occurrence(Series series, Instant start) {
    Instant first = ProtoTimes.instant(series.getStartTime());
    Instant end = ProtoTimes.instant(series.getEndTime());
    return firstOccurrence(series).toBuilder()
        .setStartTime(ProtoTimes.timestamp(start))
        .setEndTime(ProtoTimes.timestamp(end.plus(Duration.between(first, start))))
        .build();
  }

  /** An occurrence of an all-day series, as the series describes it. */
  static Event occurrence(Series series, LocalDate date) {
    LocalDate first = ProtoTimes.date(series.getStartDate());
    LocalDate end = ProtoTimes.date(series.getEndDate());
    return firstOccurrence(series).toBuilder()
        .clearStartTime()
        .clearEndTime()
        .setStartDate(ProtoTimes.date(date))
        .setEndDate(ProtoTimes.date(end.plusDays(first.until(date, ChronoUnit.DAYS))))
        .build();
  }
}
