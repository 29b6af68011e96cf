package calendar.bdd.phrase;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A period of local time, such as {@code 2031-05-06 10:00 to 11:00} or {@code 2031-05-06 22:00 to
 * 2031-05-07 06:00}.
 */
public record Period(LocalDateTime start, LocalDateTime end) implements EventTimes {
  public static final String CLOCK = "\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?";
  public static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
  public static final String REGEX = DATE + " " + CLOCK + " to (?:" + DATE + " )?" + CLOCK;

  public static Period parse(String words) {
    int to = words.indexOf(" to ");
    LocalDateTime start = FeatureTimes.time(words.substring(0, to));
    String end = words.substring(to + " to ".length());
    return new Period(
        start,
        end.matches(CLOCK)
            ? LocalDate.from(start).atTime(LocalTime.parse(end))
            : FeatureTimes.time(end));
  }

  @Override
  public void set(Event.Builder event, Person owner) {
    event.setStartTime(ProtoTimes.timestamp(owner.at(start)));
    event.setEndTime(ProtoTimes.timestamp(owner.at(end)));
  }
}
