package calendar.recurrence.rule;

import calendar.recurrence.time.DateValue;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parts of one RRULE, checked each by itself and against each other.
 *
 * @param count how many starts the rule gives; empty if COUNT is not set
 * @param until the last possible start; empty if UNTIL is not set
 * @param numbers the lists of numbers that are set, sorted
 * @param weekdays BYDAY; empty if not set
 */
public record RuleParts(
    Frequency frequency,
    int interval,
    OptionalInt count,
    Optional<DateValue> until,
    DayOfWeek weekStart,
    Map<ByPart, List<Integer>> numbers,
    List<WeekdayPart> weekdays) {

  boolean has(ByPart part) {
    return numbers.containsKey(part);
  }

  List<Integer> get(ByPart part) {
    return numbers.getOrDefault(part, List.of());
  }

  /** The same parts with another end. */
  public RuleParts endingWith(OptionalInt newCount, Optional<DateValue> newUntil) {
    return new RuleParts(frequency, interval, newCount, newUntil, weekStart, numbers, weekdays);
  }

  boolean hasEnd() {
    return count.isPresent() || until.isPresent();
  }
}
