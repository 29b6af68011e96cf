package calendar.event.field;

import static calendar.event.field.EventField.END_DATE;
import static calendar.event.field.EventField.END_TIME;
import static calendar.event.field.EventField.START_DATE;
import static calendar.event.field.EventField.START_TIME;
import static calendar.event.field.EventField.TIME_ZONE;

import calendar.error.Violations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** The rules for the times, the dates and the zone of an event. */
public final class TimeRules {
  /** The first time that an event may have. */
  public static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");

  /** The last time that an event may have. */
  public static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999Z");

  static final Duration LONGEST_EVENT = Duration.ofDays(366);
  static final int LONGEST_EVENT_DAYS = 366;

  private static final LocalDate FIRST_DATE = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);

  private TimeRules() {}

  /**
   * Checks only the named fields of a draft. Returns the start, if these fields give one and it is
   * valid.
   */
  public static Optional<Instant> check(
      TimesDraft draft, Set<EventField> fields, Violations violations) {
    TimesDraft times = draft.only(fields);
    return times.isAllDay() ? allDay(times, fields, violations) : timed(times, fields, violations);
  }

  /**
   * Checks that a mask that a client sent does not mix times and dates: it changes a timed event to
   * an all-day one, or the reverse, only if it names the times and the dates.
   */
  public static void checkKind(Set<EventField> mask, EventTimes stored, Violations violations) {
    boolean namesTimes = mask.contains(START_TIME) || mask.contains(END_TIME);
    boolean namesDates = mask.contains(START_DATE) || mask.contains(END_DATE);
    boolean namesAll = mask.containsAll(Set.of(START_TIME, END_TIME, START_DATE, END_DATE));
    violations.require(
        !stored.isAllDay() || !namesTimes || namesAll,
        "update_mask",
        "must not name start_time or end_time, because the event is all-day. To make it timed, name"
            + " start_time, end_time, start_date and end_date, and set only the times");
    violations.require(
        stored.isAllDay() || !namesDates || namesAll,
        "update_mask",
        "must not name start_date or end_date, because the event is timed. To make it all-day, name"
            + " start_time, end_time, start_date, end_date and time_zone, and set only the dates and"
            + " the zone");
  }

  /** Returns true if the time is set and in the years 1 to 9999. */
  public static boolean time(Instant time, String field, Violations violations) {
    return violations.require(time != null, field, "is required")
        && violations.require(
            isInRange(time), field, "must be from year 1 to 9999, with nanos from 0 to 999999999");
  }

  private static boolean isInRange(Instant time) {
    return !time.isBefore(FIRST_TIME) && !time.isAfter(LAST_TIME);
  }

  private static Optional<Instant> timed(
      TimesDraft times, Set<EventField> fields, Violations violations) {
    if (!times.timeZone().isEmpty()) {
      TimeZones.find(times.timeZone(), "event.time_zone", ", or empty", violations);
    }
    boolean starts =
        fields.contains(START_TIME) && time(times.start(), "event.start_time", violations);
    boolean ends = fields.contains(END_TIME) && time(times.end(), "event.end_time", violations);
    if (starts && ends) {
      length(times.start(), times.end(), violations);
    }
    return starts ? Optional.of(times.start()) : Optional.empty();
  }

  private static void length(Instant start, Instant end, Violations violations) {
    violations.require(end.isAfter(start), "event.end_time", "must be after start_time, %s", start);
    violations.require(
        Duration.between(start, end).compareTo(LONGEST_EVENT) <= 0,
        "event.end_time",
        "must be at most 366 days after start_time, %s",
        start);
  }

  private static Optional<Instant> allDay(
      TimesDraft times, Set<EventField> fields, Violations violations) {
    boolean starts =
        fields.contains(START_DATE) && date(times.startDate(), "event.start_date", violations);
    boolean ends = fields.contains(END_DATE) && date(times.endDate(), "event.end_date", violations);
    boolean ordered = starts && ends && days(times.startDate(), times.endDate(), violations);
    Optional<ZoneId> zone =
        fields.contains(TIME_ZONE) ? zone(times.timeZone(), violations) : Optional.empty();
    if (!ordered || zone.isEmpty()) {
      return Optional.empty();
    }
    return exist(times.startDate(), times.endDate(), zone.get(), violations)
            && repeat(times, zone.get(), violations)
        ? Optional.of(times.resolved().start())
        : Optional.empty();
  }

  private static boolean date(LocalDate date, String field, Violations violations) {
    return violations.require(date != null, field, "is required in an all-day event")
        && violations.require(
            !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE),
            field,
            "must be a date with year (1 to 9999), month and day");
  }

  private static boolean days(LocalDate start, LocalDate end, Violations violations) {
    return violations.require(
            end.isAfter(start), "event.end_date", "must be after start_date, %s", start)
        && violations.require(
            !end.isAfter(start.plusDays(LONGEST_EVENT_DAYS)),
            "event.end_date",
            "must be at most 366 days after start_date, %s",
            start);
  }

  private static Optional<ZoneId> zone(String name, Violations violations) {
    return violations.require(
            !name.isEmpty(),
            "event.time_zone",
            "is required in an all-day event: an IANA name such as Europe/Brussels")
        ? TimeZones.find(name, "event.time_zone", "", violations)
        : Optional.empty();
  }

  /** A zone that moved across the date line skipped a date. */
  private static boolean exist(LocalDate start, LocalDate end, ZoneId zone, Violations violations) {
    Interval first = Interval.day(start, zone);
    LocalDate lastDay = end.minusDays(1);
    Interval last = Interval.day(lastDay, zone);
    boolean startExists =
        violations.require(
            !first.isEmpty(), "event.start_date", "must exist in %s, which skipped it", zone);
    boolean lastExists =
        violations.require(
            !last.isEmpty() || !startExists,
            "event.end_date",
            "must be after a day that exists in %s, which skipped %s",
            zone,
            lastDay);
    return startExists
        && lastExists
        && violations.require(
            isInRange(first.start()), "event.start_date", "must begin in year 1 or later in UTC")
        && violations.require(
            isInRange(last.end()), "event.end_date", "must begin in year 9999 or earlier in UTC");
  }

  /** An old client repeats the times that it read, and does not know the dates. */
  private static boolean repeat(TimesDraft times, ZoneId zone, Violations violations) {
    Interval days = new DateRange(times.startDate(), times.endDate()).in(zone);
    boolean starts = repeat(times.start(), days.start(), "event.start_time", violations);
    return repeat(times.end(), days.end(), "event.end_time", violations) && starts;
  }

  private static boolean repeat(
      Instant sent, Instant expected, String field, Violations violations) {
    return violations.require(
        sent == null || sent.equals(expected),
        field,
        "must be unset or %s, because the event is all-day. To make it timed, use an update_mask with"
            + " start_time, end_time, start_date and end_date, and set only the times",
        expected);
  }
}
