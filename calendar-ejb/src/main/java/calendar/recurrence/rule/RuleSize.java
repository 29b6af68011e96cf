package calendar.recurrence.rule;

import java.util.List;

/** How many candidate dates a rule has, at most, in one period. */
final class RuleSize {
  /** A rule with more candidates in one period is refused: the library lists and sorts them all. */
  static final int MAX_CANDIDATES = 10_000;

  private static final int MONTHS = 12;
  private static final int DAYS_OF_MONTH = 31;
  private static final int DAYS_OF_YEAR = 366;
  private static final int WEEKDAYS_OF_MONTH = 5;
  private static final int WEEKDAYS_OF_YEAR = 53;

  private RuleSize() {}

  /** The most candidates that one period can have. */
  static long of(RuleParts parts) {
    long times =
        (long) atLeastOne(parts.get(ByPart.BYMINUTE)) * atLeastOne(parts.get(ByPart.BYSECOND));
    if (parts.frequency() != Frequency.HOURLY) {
      times *= atLeastOne(parts.get(ByPart.BYHOUR));
    }
    return times * days(parts);
  }

  private static long days(RuleParts parts) {
    return switch (parts.frequency()) {
      case YEARLY -> Math.min(DAYS_OF_YEAR, daysOfYear(parts));
      case MONTHLY -> Math.min(DAYS_OF_MONTH, daysOfMonth(parts));
      case WEEKLY -> atLeastOne(parts.weekdays());
      case DAILY, HOURLY -> 1;
    };
  }

  private static long daysOfYear(RuleParts parts) {
    boolean months = parts.has(ByPart.BYMONTH);
    if (parts.has(ByPart.BYYEARDAY)) {
      return parts.get(ByPart.BYYEARDAY).size();
    }
    if (parts.has(ByPart.BYMONTHDAY)) {
      return (long) parts.get(ByPart.BYMONTHDAY).size()
          * (months ? parts.get(ByPart.BYMONTH).size() : MONTHS);
    }
    if (parts.has(ByPart.BYWEEKNO)) {
      return (long) parts.get(ByPart.BYWEEKNO).size() * atLeastOne(parts.weekdays());
    }
    if (months) {
      return parts.get(ByPart.BYMONTH).size() * daysOfMonth(parts);
    }
    return parts.weekdays().isEmpty() ? 1 : weekdays(parts, WEEKDAYS_OF_YEAR);
  }

  private static long daysOfMonth(RuleParts parts) {
    if (parts.has(ByPart.BYMONTHDAY)) {
      return parts.get(ByPart.BYMONTHDAY).size();
    }
    return parts.weekdays().isEmpty() ? 1 : weekdays(parts, WEEKDAYS_OF_MONTH);
  }

  private static long weekdays(RuleParts parts, int each) {
    return parts.weekdays().stream().mapToLong(day -> day.ordinal() == 0 ? each : 1).sum();
  }

  private static int atLeastOne(List<?> list) {
    return Math.max(1, list.size());
  }
}
