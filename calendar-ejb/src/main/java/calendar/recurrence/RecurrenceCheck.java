package calendar.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** Checks a recurrence as a whole: its size, its first start, and how many starts it has. */
final class RecurrenceCheck {
  private RecurrenceCheck() {}

  /**
   * Checks how large a rule is, and that it gives the first start first.
   *
   * @throws RefusedException if the rule is not accepted
   */
  static void rule(RuleParts parts, LocalStart start) {
    size(parts);
    first(new Rule(parts, start).firstLocal(), parts, start);
  }

  /**
   * Counts the starts of a recurrence with an end.
   *
   * @throws RefusedException if there are none or too many
   */
  static void count(Recurrence recurrence) {
    if (!recurrence.hasEnd()) {
      return;
    }
    int starts = recurrence.allStarts(Instant.MIN, Instant.MAX, Recurrence.MAX_OCCURRENCES).size();
    if (starts > Recurrence.MAX_OCCURRENCES) {
      throw new RefusedException(
          "must have at most %,d starts: end the rule earlier, with COUNT or UNTIL",
          Recurrence.MAX_OCCURRENCES);
    }
    if (starts == 0) {
      throw new RefusedException("must have a start that no EXDATE excludes");
    }
  }

  private static void size(RuleParts parts) {
    long size = RuleSize.of(parts);
    if (size > RuleSize.MAX_CANDIDATES) {
      throw new RefusedException(
          "must give at most %,d starts in each period of its FREQ, before BYSETPOS; its BY parts"
              + " give up to %,d",
          RuleSize.MAX_CANDIDATES, size);
    }
    boolean reachable =
        parts.get(ByPart.BYSETPOS).stream().anyMatch(position -> Math.abs(position) <= size);
    if (parts.has(ByPart.BYSETPOS) && !reachable) {
      throw new RefusedException(
          "must have a BYSETPOS of 1 to %,d or -%1$,d to -1, because its other parts give no more"
              + " starts in one period",
          size);
    }
  }

  private static void first(Optional<LocalDateTime> given, RuleParts parts, LocalStart start) {
    LocalDateTime first =
        given.orElseThrow(
            () ->
                new RefusedException(
                    "must have a rule that gives a start within %d years", Rule.LONGEST_GAP_YEARS));
    if (!first.equals(start.time())) {
      throw new RefusedException(
          "must have a rule that gives the first start, %s; the first that it gives is %s",
          start.show(start.time()), start.show(first));
    }
    Optional<DateValue> until = parts.until();
    if (until.isPresent()
        && until.get().localIn(start.zone()).toLocalDate().isBefore(first.toLocalDate())) {
      throw new RefusedException("must have an UNTIL that is not before the first start");
    }
  }
}
