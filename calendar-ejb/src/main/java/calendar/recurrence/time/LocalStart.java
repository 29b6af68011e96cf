package calendar.recurrence.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The start of the first occurrence, on the wall clock.
 *
 * @param time the local date and time; 00:00 if all-day. It may lie in a gap of the zone
 * @param allDay true if occurrences begin with a day, not at a time of day
 * @param zone the zone in which a recurrence is evaluated
 */
public record LocalStart(LocalDateTime time, boolean allDay, ZoneId zone) {

  /**
   * @throws IllegalArgumentException if it is all-day and the time is not 00:00
   */
  public LocalStart {
    if (allDay && !time.equals(time.toLocalDate().atStartOfDay())) {
      throw new IllegalArgumentException("An all-day start must be at 00:00, found " + time);
    }
  }

  /** The instant of the first start. */
  public Instant instant() {
    return resolve(time);
  }

  /**
   * The instant of a start in this zone. A time in a gap is read with the offset before the gap, an
   * ambiguous one is the first of both (RFC 5545, section 3.3.5). An all-day start is the first
   * existing instant of its day.
   */
  public Instant resolve(LocalDateTime local) {
    return allDay ? dayStart(local.toLocalDate()) : local.atZone(zone).toInstant();
  }

  /** Returns false for an all-day start on a date that the zone skipped. */
  public boolean exists(LocalDateTime local) {
    LocalDate date = local.toLocalDate();
    return !allDay || dayStart(date).isBefore(dayStart(date.plusDays(1)));
  }

  /** The wall clock of this zone at an instant. */
  public LocalDateTime localAt(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone);
  }

  /** The local time, or only the date if all-day, as messages show it. */
  public String show(LocalDateTime local) {
    return allDay ? local.toLocalDate().toString() : local.toString();
  }

  private Instant dayStart(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }
}
