package calendar.recurrence.rule;

/** The periods of a rule, from long to short. SECONDLY and MINUTELY are not supported. */
enum Frequency {
  YEARLY,
  MONTHLY,
  WEEKLY,
  DAILY,
  HOURLY;

  /** Returns true if BYDAY may count, as in "2MO" (RFC 5545, section 3.3.10). */
  boolean countsWeekdays() {
    return this == YEARLY || this == MONTHLY;
  }

  /** Returns true if parts for days only limit a rule: one period has at most one day. */
  boolean isWithinDay() {
    return this == DAILY || this == HOURLY;
  }
}
