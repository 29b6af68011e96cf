package calendar.recurrence;

import calendar.recurrence.time.DateValue;
import calendar.recurrence.time.LocalStart;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Divides the dates of a recurrence at a start. A date that excludes the whole day of the cut stays
 * on both sides.
 */
record Division(Instant cut, LocalStart start) {

  boolean isBefore(DateLine line, DateValue value) {
    if (excludesDay(line, value)) {
      return start.allDay() ? day(value).isBefore(cutDay()) : !day(value).isAfter(cutDay());
    }
    return ExtraStarts.of(value, start).instant().isBefore(cut);
  }

  boolean isFrom(DateLine line, DateValue value) {
    return excludesDay(line, value)
        ? !day(value).isBefore(cutDay())
        : !ExtraStarts.of(value, start).instant().isBefore(cut);
  }

  private boolean excludesDay(DateLine line, DateValue value) {
    return line.isExclusion() && (value.isDate() || start.allDay());
  }

  private LocalDate day(DateValue value) {
    return value.localIn(start.zone()).toLocalDate();
  }

  private LocalDate cutDay() {
    return start.localAt(cut).toLocalDate();
  }
}
