package calendar.recurrence.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;

/**
 * Numbers the periods of a rule: number 0 has the first start, and each number is INTERVAL years,
 * months, weeks, days or hours after the one before. With BYWEEKNO, years are those of ISO 8601's
 * week numbers, which begin up to three days before or after 1 January.
 */
final class Periods {
  private static final int DAYS_OF_WEEK = 7;
  private static final int MONTHS = 12;
  private static final int HOURS = 24;

  private final Frequency frequency;
  private final int interval;
  private final WeekFields weeks;
  private final boolean weekYears;
  private final long first;

  Periods(RuleParts parts, LocalDateTime firstStart) {
    this.frequency = parts.frequency();
    this.interval = parts.interval();
    this.weeks = weeksFrom(parts.weekStart());
    this.weekYears = parts.has(ByPart.BYWEEKNO);
    this.first = count(firstStart);
  }

  /** The numbering of weeks that BYWEEKNO means (RFC 5545, section 3.3.10). */
  static WeekFields weeksFrom(DayOfWeek weekStart) {
    return WeekFields.of(weekStart, 4);
  }

  /** The number of the period that a time is in, or of the last one before it. */
  long of(LocalDateTime time) {
    return Math.floorDiv(count(time) - first, interval);
  }

  /** The date and hour at which a period begins. A year of weeks is given by its 1 January. */
  LocalDateTime start(long number) {
    long count = first + number * interval;
    return switch (frequency) {
      case YEARLY -> LocalDate.of(Math.toIntExact(count), 1, 1).atStartOfDay();
      case MONTHLY ->
          LocalDate.of(
                  Math.toIntExact(Math.floorDiv(count, MONTHS)),
                  Math.floorMod(count, MONTHS) + 1,
                  1)
              .atStartOfDay();
      case WEEKLY -> LocalDate.ofEpochDay(count * DAYS_OF_WEEK + weekOffset()).atStartOfDay();
      case DAILY -> LocalDate.ofEpochDay(count).atStartOfDay();
      case HOURLY ->
          LocalDate.ofEpochDay(Math.floorDiv(count, HOURS)).atTime(Math.floorMod(count, HOURS), 0);
    };
  }

  private long count(LocalDateTime time) {
    return switch (frequency) {
      case YEARLY -> weekYears ? time.get(weeks.weekBasedYear()) : time.getYear();
      case MONTHLY -> (long) time.getYear() * MONTHS + time.getMonthValue() - 1;
      case WEEKLY -> Math.floorDiv(time.toLocalDate().toEpochDay() - weekOffset(), DAYS_OF_WEEK);
      case DAILY -> time.toLocalDate().toEpochDay();
      case HOURLY -> time.toLocalDate().toEpochDay() * HOURS + time.getHour();
    };
  }

  /** The first day of a week after the epoch, in days. */
  private long weekOffset() {
    return LocalDate.EPOCH
        .with(TemporalAdjusters.nextOrSame(weeks.getFirstDayOfWeek()))
        .toEpochDay();
  }
}
