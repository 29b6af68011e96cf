package calendar.event.field;

import static calendar.event.field.EventField.END_DATE;
import static calendar.event.field.EventField.END_TIME;
import static calendar.event.field.EventField.START_DATE;
import static calendar.event.field.EventField.START_TIME;
import static calendar.event.field.EventField.TIME_ZONE;
import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * When an event takes place, as a client sends it, not validated yet. A missing time or date is
 * null, a missing zone is empty.
 *
 * @param startDate {@link LocalDate#MAX} for a date that does not exist; so is {@code endDate}
 * @param timeZone an IANA name
 */
public record TimesDraft(
    Instant start, Instant end, LocalDate startDate, LocalDate endDate, String timeZone) {

  /** The draft of a timed event without a zone. */
  public static TimesDraft timed(Instant start, Instant end) {
    return new TimesDraft(start, end, null, null, "");
  }

  /** The draft of an all-day event. */
  public static TimesDraft allDay(LocalDate startDate, LocalDate endDate, String timeZone) {
    return new TimesDraft(null, null, startDate, endDate, timeZone);
  }

  boolean isAllDay() {
    return startDate != null || endDate != null;
  }

  /** Truncates the times to microseconds. */
  public TimesDraft truncated() {
    return new TimesDraft(truncated(start), truncated(end), startDate, endDate, timeZone);
  }

  /** Truncates a time to microseconds. Null stays null. */
  static Instant truncated(Instant time) {
    return time == null ? null : time.truncatedTo(MICROS);
  }

  /** The fields that are not missing, without start and end. */
  public Set<EventField> setFields() {
    Set<EventField> fields = EnumSet.noneOf(EventField.class);
    if (startDate != null) {
      fields.add(START_DATE);
    }
    if (endDate != null) {
      fields.add(END_DATE);
    }
    if (!timeZone.isEmpty()) {
      fields.add(TIME_ZONE);
    }
    return fields;
  }

  /** Returns the named fields of this draft. The others are missing. */
  TimesDraft only(Set<EventField> fields) {
    return new TimesDraft(
        fields.contains(START_TIME) ? start : null,
        fields.contains(END_TIME) ? end : null,
        fields.contains(START_DATE) ? startDate : null,
        fields.contains(END_DATE) ? endDate : null,
        fields.contains(TIME_ZONE) ? timeZone : "");
  }

  /**
   * Returns the named fields of this draft, and the other fields of the stored times. If the result
   * is all-day, the stored start and end are left out: they follow from the dates.
   */
  public TimesDraft over(EventTimes stored, Set<EventField> fields) {
    TimesDraft named = only(fields);
    LocalDate oldStartDate = stored.dates().map(DateRange::start).orElse(null);
    LocalDate oldEndDate = stored.dates().map(DateRange::end).orElse(null);
    LocalDate newStartDate = fields.contains(START_DATE) ? startDate : oldStartDate;
    LocalDate newEndDate = fields.contains(END_DATE) ? endDate : oldEndDate;
    String newZone = fields.contains(TIME_ZONE) ? timeZone : stored.timeZone();
    if (newStartDate != null || newEndDate != null) {
      return new TimesDraft(named.start, named.end, newStartDate, newEndDate, newZone);
    }
    return new TimesDraft(
        fields.contains(START_TIME) ? start : stored.start(),
        fields.contains(END_TIME) ? end : stored.end(),
        null,
        null,
        newZone);
  }

  /** The times of the event, if this draft passed {@link TimeRules} with all fields. */
  public EventTimes resolved() {
    if (!isAllDay()) {
      return new EventTimes(start, end, Optional.empty(), timeZone);
    }
    DateRange dates = new DateRange(startDate, endDate);
    Interval interval = dates.in(ZoneId.of(timeZone));
    return new EventTimes(interval.start(), interval.end(), Optional.of(dates), timeZone);
  }

  /**
   * As {@link #resolved}. If dates and zone are those of the stored event, keeps its start and end,
   * although the rules of the zone may have changed since.
   */
  public EventTimes resolvedOver(EventTimes stored) {
    EventTimes resolved = resolved();
    boolean sameDays =
        stored.isAllDay()
            && resolved.dates().equals(stored.dates())
            && resolved.timeZone().equals(stored.timeZone());
    return sameDays ? stored : resolved;
  }
}
