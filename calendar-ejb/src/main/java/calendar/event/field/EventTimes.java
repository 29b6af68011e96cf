package calendar.event.field;

import java.time.Instant;
import java.util.Optional;

/**
 * When an event takes place. The interval is half open.
 *
 * @param start in whole microseconds
 * @param end in whole microseconds, after the start
 * @param dates the days of an all-day event; empty for a timed event
 * @param timeZone the IANA name of the zone that the event was planned in. Empty if a timed event
 *     has none
 */
public record EventTimes(Instant start, Instant end, Optional<DateRange> dates, String timeZone) {

  /** The times of a timed event without a zone. */
  public static EventTimes timed(Instant start, Instant end) {
    return new EventTimes(start, end, Optional.empty(), "");
  }

  /** The time from start to end. */
  public Interval interval() {
    return new Interval(start, end);
  }

  boolean isAllDay() {
    return dates.isPresent();
  }
}
