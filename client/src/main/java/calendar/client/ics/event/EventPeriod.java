package calendar.client.ics.event;

import java.time.Instant;
import java.util.Optional;

/**
 * When an event takes place.
 *
 * @param start the start; of an all-day event, the first instant of its first day
 * @param end the end, after the start and not part of the event
 * @param dates the days of an all-day event; empty for a timed event
 * @param timeZone the IANA name of the zone that the event was planned in. A timed event may have
 *     none: in UTC, with an offset, and in a zone that only the file defines.
 */
public record EventPeriod(
    Instant start, Instant end, Optional<EventDates> dates, Optional<String> timeZone) {

  /** The period of a timed event. */
  public static EventPeriod timed(Instant start, Instant end, Optional<String> timeZone) {
    return new EventPeriod(start, end, Optional.empty(), timeZone);
  }

  /**
   * Returns true if both have the same days, or the same start and end. All-day events are the same
   * in every zone.
   */
  public boolean isSameTime(EventPeriod other) {
    return dates.equals(other.dates)
        && (dates.isPresent() || start.equals(other.start) && end.equals(other.end));
  }
}
