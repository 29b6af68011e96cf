package calendar.series.model;

import calendar.error.Violations;
import calendar.event.field.TimeRules;
import calendar.recurrence.time.LocalStart;
import calendar.recurrence.time.Start;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The occurrence from which on a series changes, as a client sends it. At most one is not null.
 *
 * @param time the original start, in a timed series
 * @param date the original date, in an all-day series
 */
public record FromDraft(Instant time, LocalDate date) {
  /** The whole series. */
  public static final FromDraft NONE = new FromDraft(null, null);

  /**
   * Finds the occurrence. Empty if the whole series changes, because nothing or the first
   * occurrence was sent. Adds a violation if the rule does not give the occurrence.
   */
  public Optional<Start> find(Series series, Violations violations) {
    if (time == null && date == null) {
      return Optional.empty();
    }
    LocalStart first = series.recurrence().start();
    if (!violations.require(
            first.allDay() || date == null,
            "from_date",
            "must be unset, because the series is timed; set from_time")
        || !violations.require(
            !first.allDay() || time == null,
            "from_time",
            "must be unset, because the series is all-day; set from_date")) {
      return Optional.empty();
    }
    String field = first.allDay() ? "from_date" : "from_time";
    boolean isInRange =
        violations.require(
            first.allDay() ? isInRange(date) : isInRange(time),
            field,
            "must be in the years 1 to 9999");
    if (!isInRange) {
      return Optional.empty();
    }
    Instant instant = first.allDay() ? first.resolve(date.atStartOfDay()) : time;
    Optional<Start> start =
        series
            .recurrence()
            .firstFrom(instant)
            .filter(given -> given.instant().equals(instant))
            .filter(given -> date == null || given.local().toLocalDate().equals(date));
    violations.require(
        start.isPresent(),
        field,
        "must be the original start of an occurrence that the rule of the series gives; %s is none",
        first.allDay() ? date : time);
    return start.filter(given -> !instant.equals(first.instant()));
  }

  private static boolean isInRange(LocalDate date) {
    return date.getYear() >= 1 && date.getYear() <= 9999;
  }

  private static boolean isInRange(Instant time) {
    return !time.isBefore(TimeRules.FIRST_TIME) && !time.isAfter(TimeRules.LAST_TIME);
  }
}
