package calendar.recurrence.rule;

import calendar.recurrence.time.DateValue;
import calendar.recurrence.time.LocalStart;
import java.time.LocalDateTime;
import java.util.Optional;

/** Checks a rule as a whole: its size, and its first start. */
public final class RuleCheck {
  private RuleCheck() {}

  /**
   * Checks how large a rule is, and that it gives the first start first.
   *
   * @throws RefusedException if the rule is not accepted
   */
  public static void check(RuleParts parts, LocalStart start) {
    size(parts);
    first(new Rule(parts, start).firstLocal(), parts, start);
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
