package calendar.recurrence;

import calendar.recurrence.time.DateValue;
import calendar.recurrence.time.LocalStart;
import calendar.recurrence.time.Start;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The EXDATE lines: times match by instant, to whole seconds; dates, and all values in an all-day
 * series, by local date. Immutable.
 */
final class Exclusions {
  private final Set<Instant> instants = new HashSet<>();
  private final Set<LocalDate> dates = new HashSet<>();

  Exclusions(List<DateLine> lines, LocalStart start) {
    for (DateLine line : lines) {
      if (line.isExclusion()) {
        line.values().forEach(value -> add(value, start));
      }
    }
  }

  boolean has(Start start) {
    return dates.contains(start.local().toLocalDate())
        || instants.contains(start.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  private void add(DateValue value, LocalStart start) {
    if (value.isDate() || start.allDay()) {
      dates.add(value.localIn(start.zone()).toLocalDate());
    } else {
      instants.add(value.instantIn(start.zone()));
    }
  }
}
