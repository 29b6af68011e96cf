package calendar.client.ics;

import calendar.client.ics.zone.FileZone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;

/**
 * A point in time with the zone in which the file gives it.
 *
 * @param instant the point in time
 * @param zone the zone for adding nominal durations
 */
record IcsTime(Instant instant, FileZone zone) {

  /**
   * Adds a duration: days and weeks in local time, the rest exactly (RFC 5545, 3.3.6).
   *
   * @throws java.time.DateTimeException if the result is out of range
   */
  IcsTime plus(IcsDuration duration) {
    Instant moved = instant;
    if (!duration.days().equals(Period.ZERO)) {
      LocalDateTime local = zone.local(instant).plus(duration.days());
      moved = zone.resolve(local);
    }
    return new IcsTime(moved.plus(duration.exact()), zone);
  }
}
