package calendar.client.ics.zone;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Changes in consecutive years that follow one yearly rule.
 *
 * @param days the days of the rule, as RRULE
 */
record YearlyRun(List<ZoneOffsetTransition> changes, String days) {
  private static final List<Function<LocalDateTime, String>> PATTERNS =
      List.of(
          local -> inLastWeek(local) ? "-1" : String.valueOf(week(local)),
          local -> String.valueOf(week(local)),
          local -> "");

  /** The longest run from the first change on. */
  static YearlyRun longest(List<ZoneOffsetTransition> changes) {
    YearlyRun best = null;
    for (Function<LocalDateTime, String> pattern : PATTERNS) {
      YearlyRun run = run(changes, pattern);
      if (best == null || run.changes().size() > best.changes().size()) {
        best = run;
      }
    }
    return best;
  }

  ZoneOffsetTransition first() {
    return changes.get(0);
  }

  /** The rule with its end. The number selects one of several spellings. */
  String rule(int number) {
    ZoneOffsetTransition last = changes.get(changes.size() - 1);
    LocalDateTime local = last.getDateTimeBefore();
    String utc = RuleText.time(LocalDateTime.ofInstant(last.getInstant(), ZoneOffset.UTC)) + "Z";
    String end =
        switch (number % 4) {
          case 0 -> "UNTIL=" + utc;
          case 1 -> "UNTIL=" + RuleText.time(local);
          case 2 -> "UNTIL=" + RuleText.time(local).substring(0, 8);
          default -> "COUNT=" + changes.size();
        };
    return "FREQ=YEARLY;" + end + ";BYMONTH=" + local.getMonthValue() + ";" + days;
  }

  private static YearlyRun run(
      List<ZoneOffsetTransition> changes, Function<LocalDateTime, String> pattern) {
    ZoneOffsetTransition first = changes.get(0);
    String days = days(first, pattern);
    List<ZoneOffsetTransition> run = new ArrayList<>(List.of(first));
    for (ZoneOffsetTransition next : changes.subList(1, changes.size())) {
      LocalDateTime expected = first.getDateTimeBefore().plusYears(run.size());
      LocalDateTime local = next.getDateTimeBefore();
      if (local.getYear() > expected.getYear()) {
        break;
      }
      if (local.getYear() == expected.getYear()
          && local.getMonth() == expected.getMonth()
          && local.toLocalTime().equals(expected.toLocalTime())
          && next.getOffsetBefore().equals(first.getOffsetBefore())
          && next.getOffsetAfter().equals(first.getOffsetAfter())
          && days(next, pattern).equals(days)) {
        run.add(next);
      }
    }
    return new YearlyRun(run, days);
  }

  private static boolean inLastWeek(LocalDateTime local) {
    return local.getDayOfMonth() > local.toLocalDate().lengthOfMonth() - 7;
  }

  private static int week(LocalDateTime local) {
    return (local.getDayOfMonth() - 1) / 7 + 1;
  }

  private static String days(ZoneOffsetTransition change, Function<LocalDateTime, String> pattern) {
    LocalDateTime local = change.getDateTimeBefore();
    String number = pattern.apply(local);
    return number.isEmpty()
        ? "BYMONTHDAY=" + local.getDayOfMonth()
        : "BYDAY=" + number + local.getDayOfWeek().name().substring(0, 2);
  }
}
