package calendar.client.ics;

import calendar.client.ics.zone.FileZone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;

/**
 * A point in time, as a file writes it.
 *
 * @param instant what it means
 * @param zone the zone of its clock, in which nominal durations count
 */
record IcsTime(Instant instant, FileZone zone) {

  /**
   * The time after a duration: days and weeks by the clock, the rest exactly (RFC 5545, 3.3.6).
   *
   * @throws java.time.DateTimeException beyond all times
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
