package calendar.client.ics.zone;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a rule of the JDK as DTSTART and RRULE.
 *
 * @param start in local time
 */
record RuleText(String start, String rule) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  static String time(LocalDateTime local) {
    return TIME.format(local);
  }

  /** Empty if the rule's days, in local time, are in two months. */
  static Optional<RuleText> of(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
    LocalDateTime local = first.getDateTimeBefore();
    boolean endOfDay = rule.isMidnightEndOfDay() && local.toLocalTime().equals(LocalTime.MIDNIGHT);
    LocalDate date = endOfDay ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    String start = endOfDay ? time(date.atStartOfDay()).replace("T00", "T24") : time(local);
    long shift = ChronoUnit.DAYS.between(day(rule, local.getYear()), date);
    return days(rule, (int) shift)
        .map(
            days ->
                new RuleText(
                    start, "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";" + days));
  }

  /** The day in the rule, before the time of day and the offset move it. */
  private static LocalDate day(ZoneOffsetTransitionRule rule, int year) {
    ZoneOffsetTransitionRule plain =
        ZoneOffsetTransitionRule.of(
            rule.getMonth(),
            rule.getDayOfMonthIndicator(),
            rule.getDayOfWeek(),
            LocalTime.MIDNIGHT,
            false,
            ZoneOffsetTransitionRule.TimeDefinition.WALL,
            rule.getStandardOffset(),
            rule.getOffsetBefore(),
            rule.getOffsetAfter());
    return plain.createTransition(year).getDateTimeBefore().toLocalDate();
  }

  private static Optional<String> days(ZoneOffsetTransitionRule rule, int shift) {
    int named = rule.getDayOfMonthIndicator();
    int days = rule.getDayOfWeek() == null ? 0 : 6;
    int from = (named < 0 ? named - days : named) + shift;
    int to = from + days;
    boolean inMonth = named < 0 ? to < 0 && from >= -28 : from > 0 && to <= 28;
    boolean ordinary = inMonth || rule.getMonth().maxLength() == 31 && from > 0 && to <= 31;
    if (!ordinary) {
      return Optional.empty();
    }
    if (rule.getDayOfWeek() == null) {
      return Optional.of("BYMONTHDAY=" + from);
    }
    String weekday = rule.getDayOfWeek().plus(shift).name().substring(0, 2);
    if (to == -1) {
      return Optional.of("BYDAY=-1" + weekday);
    }
    if (from % 7 == 1) {
      return Optional.of("BYDAY=" + (from / 7 + 1) + weekday);
    }
    String list =
        IntStream.rangeClosed(from, to).mapToObj(String::valueOf).collect(Collectors.joining(","));
    return Optional.of("BYMONTHDAY=" + list + ";BYDAY=" + weekday);
  }
}
