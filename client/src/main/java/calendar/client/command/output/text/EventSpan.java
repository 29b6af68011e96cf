package calendar.client.command.output.text;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.Series;
import java.time.LocalDate;
import java.time.ZoneId;

/** When an event takes place, formatted for people. */
public sealed interface EventSpan permits TimeSpan, DateSpan {

  /**
   * The span of an event.
   *
   * @param zone the zone for times; dates of an all-day event are the same in every zone
   */
  static EventSpan of(Event event, ZoneId zone) {
    return event.hasStartDate()
        ? new DateSpan(
            ProtoTimes.date(event.getStartDate()),
            ProtoTimes.date(event.getEndDate()).minusDays(1),
            event.getTimeZone())
        : new TimeSpan(
            ProtoTimes.instant(event.getStartTime()), ProtoTimes.instant(event.getEndTime()), zone);
  }

  /** The span of the first occurrence of a series. */
  static EventSpan of(Series series, ZoneId zone) {
    Event.Builder first = Event.newBuilder().setTimeZone(series.getTimeZone());
    if (series.hasStartDate()) {
      first.setStartDate(series.getStartDate()).setEndDate(series.getEndDate());
    } else {
      first.setStartTime(series.getStartTime()).setEndTime(series.getEndTime());
    }
    return of(first.build(), zone);
  }

  /** The first day. */
  LocalDate day();

  /** The times, for a list that shows the first day in its heading. */
  String times();

  /** The first day and the times. */
  String dayAndTimes();

  /** The name of the zone of these days and times. */
  String zoneName();
}
