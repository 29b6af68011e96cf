package calendar.recurrence;

import calendar.recurrence.RecurrenceLines.RuleLine;
import calendar.recurrence.time.DateValue;
import calendar.recurrence.time.LocalStart;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moves the dates of a recurrence with its first start: by the same difference on the wall clock,
 * and into the new zone and kind.
 *
 * @param from the first start before
 * @param to the first start after
 */
record Move(LocalStart from, LocalStart to) {
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  /** The moved lines, as texts. */
  List<String> texts(RecurrenceLines lines) {
    return Stream.concat(
            lines.rule().stream().map(this::rule), lines.dates().stream().map(this::dates))
        .toList();
  }

  private String rule(RuleLine line) {
    return line.parts()
        .until()
        .map(until -> RuleText.withUntil(line.text(), until(until)))
        .orElse(line.text());
  }

  /** An UNTIL in the last minute of a day means that day: its time stays. */
  private DateValue until(DateValue until) {
    if (until.isDate() || to.allDay()) {
      return DateValue.ofDate(date(until));
    }
    LocalDateTime local = until.localIn(from.zone());
    return local.toLocalTime().isBefore(LAST_MINUTE)
        ? time(until, moved(until))
        : time(until, moved(until, days()));
  }

  private Duration days() {
    return Duration.ofDays(
        ChronoUnit.DAYS.between(from.time().toLocalDate(), to.time().toLocalDate()));
  }

  private String dates(DateLine line) {
    String name = line.isExclusion() ? "EXDATE" : "RDATE";
    List<DateValue> values = line.values().stream().map(this::value).toList();
    if (values.stream().allMatch(DateValue::isDate)) {
      return new DateLine(name + ";VALUE=DATE", values).text();
    }
    boolean areLocal = values.stream().anyMatch(value -> value.form() == DateValue.Form.LOCAL);
    return new DateLine(areLocal ? name + ";TZID=" + to.zone() : name, values).text();
  }

  private DateValue value(DateValue value) {
    boolean staysDate = value.isDate() && !from.allDay();
    return to.allDay() || staysDate ? DateValue.ofDate(date(value)) : time(value, moved(value));
  }

  /** A date moves as the start on this date does. */
  private LocalDate date(DateValue value) {
    return moved(value).toLocalDate();
  }

  private DateValue time(DateValue value, LocalDateTime moved) {
    return value.form() == DateValue.Form.UTC
        ? DateValue.ofInstant(moved.atZone(to.zone()).toInstant())
        : new DateValue(DateValue.Form.LOCAL, moved, Optional.of(to.zone()));
  }

  private LocalDateTime moved(DateValue value) {
    return moved(value, Duration.between(from.time(), to.time()));
  }

  private LocalDateTime moved(DateValue value, Duration difference) {
    LocalDateTime local =
        value.isDate()
            ? value.date().atTime(from.time().toLocalTime())
            : value.localIn(from.zone());
    return local.plus(difference);
  }
}
