package calendar.recurrence;

import calendar.recurrence.rule.RefusedException;
import java.time.Instant;

/** Checks how many starts a recurrence has. */
final class RecurrenceCheck {
  private RecurrenceCheck() {}

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
}
