package calendar.recurrence;

import calendar.event.Interval;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The first start of a recurrence, on the wall clock.
 *
 * @param allDay true for days; then the time is 00:00
 */
public record LocalStart(LocalDateTime time, boolean allDay, ZoneId zone) {

  /** The instant of the first start. */
  public Instant instant() {
    return resolve(time);
  }

  /**
   * The instant of a time on this clock. A time that the clock skips uses the offset before the
   * gap, and a time that it shows twice is the first (RFC 5545, 3.3.5). A day begins at its first
   * existing instant.
   */
  public Instant resolve(LocalDateTime local) {
    if (allDay) {
      return Interval.day(local.toLocalDate(), zone).start();
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    ZoneOffset offset =
        offsets.isEmpty() ? zone.getRules().getTransition(local).getOffsetBefore() : offsets.get(0);
    return local.toInstant(offset);
  }
}
