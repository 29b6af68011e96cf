package calendar.client.command.output;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import java.time.LocalDate;
import java.time.ZoneId;

/** When an event takes place, formatted for people. */
sealed interface EventSpan permits TimeSpan, DateSpan {

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

  /** The first day. */
  LocalDate day();

  /** The times, for a list that shows the first day in its heading. */
  String times();

  /** The first day and the times. */
  String dayAndTimes();

  /** The name of the zone of these days and times. */
  String zoneName();
}
