package calendar.client.repeat;

import java.time.LocalDate;
import java.util.Optional;

/** The days of a week, month or year on which something repeats. */
sealed interface RepeatDays permits SameDay, Weekdays, MonthDays, YearDays {

  boolean contains(LocalDate day);

  /** The BY parts of the rule, each after a semicolon. Empty if it has none. */
  String parts();

  /** The words after the unit, such as {@code " on Tue and Thu"}. Empty if it has none. */
  String words();

  /** The name of one of these days, with its article: {@code a Monday}. */
  String name();

  /**
   * A note for the user if some months or years do not have such a day. The rule leaves these out
   * (RFC 5545 section 3.3.10).
   *
   * @param first the first day
   * @param interval the number of months or years from one repetition to the next
   */
  default Optional<String> note(LocalDate first, int interval) {
    return Optional.empty();
  }
}
