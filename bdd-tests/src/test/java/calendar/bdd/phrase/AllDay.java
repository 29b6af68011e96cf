package calendar.bdd.phrase;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of an all-day event, such as {@code 2031-05-06 to 2031-05-08 in Europe/Brussels}.
 *
 * @param end the day after the last day
 */
public record AllDay(LocalDate start, LocalDate end, ZoneId zone) implements EventTimes {
  public static final String ZONE = "(?:UTC|[A-Z][A-Za-z_]+/[A-Z][A-Za-z_]+)";
  public static final String REGEX = Period.DATE + " to " + Period.DATE + " in " + ZONE;

  public static AllDay parse(String words) {
    String[] parts = words.split(" to | in ");
    return new AllDay(LocalDate.parse(parts[0]), LocalDate.parse(parts[1]), ZoneId.of(parts[2]));
  }

  @Override
  public void set(Event.Builder event, Person owner) {
    event.setStartDate(ProtoTimes.date(start));
    event.setEndDate(ProtoTimes.date(end));
    event.setTimeZone(zone.getId());
  }
}
