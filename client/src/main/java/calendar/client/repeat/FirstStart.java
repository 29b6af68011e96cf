package calendar.client.repeat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The first start of a series.
 *
 * @param time on the wall clock of the zone
 */
record FirstStart(LocalDateTime time, ZoneId zone, boolean allDay) {
  LocalDate day() {
    return time.toLocalDate();
  }

  Instant instant() {
    return resolve(time);
  }

  /**
   * The instant of a local time: with the offset before it if clocks skip it, and the first one if
   * it occurs twice (RFC 5545 section 3.3.5).
   */
  Instant resolve(LocalDateTime local) {
    return local.atZone(zone).toInstant();
  }
}
