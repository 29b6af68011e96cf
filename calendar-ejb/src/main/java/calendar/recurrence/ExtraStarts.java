package calendar.recurrence;

import calendar.recurrence.time.DateValue;
import calendar.recurrence.time.LocalStart;
import calendar.recurrence.time.Start;
import java.time.LocalDateTime;
import java.util.List;

/** The starts that RDATE lines add (RFC 5545, section 3.8.5.2). */
final class ExtraStarts {
  private ExtraStarts() {}

  /** All starts of the lines, unordered. Leaves out days that the zone skipped. */
  static List<Start> of(List<DateLine> lines, LocalStart start) {
    return lines.stream()
        .filter(line -> !line.isExclusion())
        .flatMap(line -> line.values().stream())
        .map(value -> of(value, start))
        .filter(extra -> start.exists(extra.local()))
        .toList();
  }

  /** A date means the time of day of the first start. */
  static Start of(DateValue value, LocalStart start) {
    if (value.isDate()) {
      LocalDateTime local = value.date().atTime(start.time().toLocalTime());
      return new Start(start.resolve(local), local);
    }
    return new Start(value.instantIn(start.zone()), value.localIn(start.zone()));
  }
}
