package calendar.bdd.event;

import static java.util.Map.entry;

import calendar.v1.Event;
import com.google.type.Date;
import java.util.Map;
import java.util.function.Consumer;

/** The kinds of all-day events in the features. Each kind changes an ordinary timed event. */
final class AllDayKinds {
  private static final String ZONE = "Europe/Brussels";
  private static final Date DAY = date(2031, 5, 6);
  private static final Date NEXT_DAY = date(2031, 5, 7);

  static final Map<String, Consumer<Event.Builder>> BY_PHRASE =
      Map.ofEntries(
          entry("of 366 whole days", days(DAY, date(2032, 5, 6))),
          entry("of 367 whole days", days(DAY, date(2032, 5, 7))),
          entry("of no whole day", days(DAY, DAY)),
          entry("with an end date before its start date", days(NEXT_DAY, DAY)),
          entry("that starts on 31 February", days(date(2031, 2, 31), DAY)),
          entry("that ends on 31 February", days(date(2031, 2, 1), date(2031, 2, 31))),
          entry("with a start date in year 0", days(date(0, 12, 31), date(1, 1, 2))),
          entry("with an end date in year 10000", days(date(9999, 12, 31), date(10000, 1, 1))),
          entry(
              "of a day that begins in year 0 in UTC",
              days(date(1, 1, 1), date(1, 1, 2), "Asia/Tokyo")),
          entry("with a start date only", untimed().andThen(event -> event.setStartDate(DAY))),
          entry("with an end date only", untimed().andThen(event -> event.setEndDate(NEXT_DAY))),
          entry(
              "with a start time and an end date",
              event -> event.clearEndTime().setEndDate(NEXT_DAY).setTimeZone(ZONE)),
          entry(
              "with a start date and an end time",
              event -> event.clearStartTime().setStartDate(DAY).setTimeZone(ZONE)),
          entry("with dates and another start time", beside(Event.Builder::clearEndTime)),
          entry("with dates and another end time", beside(Event.Builder::clearStartTime)),
          entry("with dates but no time zone", days(DAY, NEXT_DAY, "")),
          entry("with dates in Europe/Atlantis", days(DAY, NEXT_DAY, "Europe/Atlantis")),
          entry("with dates in +02:00", days(DAY, NEXT_DAY, "+02:00")),
          entry(
              "on a day that its time zone skipped",
              days(date(2011, 12, 30), date(2011, 12, 31), "Pacific/Apia")),
          entry(
              "until a day that its time zone skipped",
              days(date(2011, 12, 28), date(2011, 12, 31), "Pacific/Apia")));

  private AllDayKinds() {}

  private static Consumer<Event.Builder> untimed() {
    return event -> event.clearStartTime().clearEndTime().setTimeZone(ZONE);
  }

  private static Consumer<Event.Builder> days(Date start, Date end) {
    return days(start, end, ZONE);
  }

  private static Consumer<Event.Builder> days(Date start, Date end, String zone) {
    return untimed().andThen(event -> event.setStartDate(start).setEndDate(end).setTimeZone(zone));
  }

  /** Dates beside the times of an ordinary event, of which one is cleared. */
  private static Consumer<Event.Builder> beside(Consumer<Event.Builder> clear) {
    return clear.andThen(event -> event.setStartDate(DAY).setEndDate(NEXT_DAY).setTimeZone(ZONE));
  }

  /** A date that need not exist. */
  private static Date date(int year, int month, int day) {
    return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
  }
}
