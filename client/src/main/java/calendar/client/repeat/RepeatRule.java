package calendar.client.repeat;

import calendar.client.time.text.TimeInputException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A repetition: a recurrence rule (RFC 5545 section 3.3.10) that words can describe. Immutable.
 *
 * @param interval the number of units from one repetition to the next, from 1
 * @param days the days of the unit
 */
public record RepeatRule(RepeatUnit unit, int interval, RepeatDays days, RepeatEnd end) {
  /** Long enough for a fifth weekday in February, which can be 40 years away. */
  private static final int SEARCHED_DAYS = 41 * 366;

  /**
   * The RRULE line for a first start. The first start gives what the words leave open: the weekday
   * of "every week", the day of "every month" and of "every year". UNTIL is in UTC for a timed
   * series, and a date for an all-day one.
   *
   * @param firstStart on the wall clock of the zone
   * @throws TimeInputException if the first start does not match, if the end is before it, or if an
   *     all-day series repeats in hours
   */
  public String rrule(LocalDateTime firstStart, ZoneId zone, boolean allDay) {
    requireStart(firstStart);
    if (allDay && unit == RepeatUnit.HOUR) {
      throw new TimeInputException(
          "an all-day series cannot repeat every %s; give it a start time"
              .formatted(unit.words(interval)));
    }
    String step = interval == 1 ? "" : ";INTERVAL=" + interval;
    return "RRULE:FREQ="
        + unit.frequency()
        + step
        + daysFrom(firstStart).parts()
        + end.part(new FirstStart(firstStart, zone, allDay), unit);
  }

  /**
   * Checks that the first start is one of the repetitions, because the server rejects others.
   *
   * @throws TimeInputException if it is not; the message names the first day after it that is
   */
  public void requireStart(LocalDateTime firstStart) {
    LocalDate first = firstStart.toLocalDate();
    if (days.contains(first)) {
      return;
    }
    String advice =
        first
            .datesUntil(first.plusDays(SEARCHED_DAYS))
            .filter(days::contains)
            .findFirst()
            .map(day -> "; start on " + RepeatEnd.LastDay.WORDS.format(day))
            .orElse("");
    throw new TimeInputException(
        "the first start, %s, is not %s%s"
            .formatted(RepeatEnd.LastDay.WORDS.format(first), days.name(), advice));
  }

  /** A note for the user if the rule leaves out months or years that do not have its day. */
  public Optional<String> note(LocalDateTime firstStart) {
    return daysFrom(firstStart).note(firstStart.toLocalDate(), interval);
  }

  /**
   * Describes the rule. {@link RepeatGrammar} reads the words as the same rule.
   *
   * @param zone the zone for the end
   */
  public String words(ZoneId zone) {
    boolean namesWeekdays = interval == 1 && days instanceof Weekdays;
    String step =
        namesWeekdays ? ((Weekdays) days).everyWords() : unit.words(interval) + days.words();
    return "every " + step + end.words(zone);
  }

  private RepeatDays daysFrom(LocalDateTime firstStart) {
    return days instanceof SameDay ? unit.daysOf(firstStart.toLocalDate()) : days;
  }
}
