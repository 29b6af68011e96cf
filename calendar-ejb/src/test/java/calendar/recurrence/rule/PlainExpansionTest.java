package calendar.recurrence.rule;

import static org.junit.jupiter.api.Assertions.assertTrue;

import calendar.recurrence.Recurrence;
import calendar.recurrence.Refusals;
import calendar.recurrence.time.LocalStart;
import calendar.recurrence.time.Start;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rules that no table has give what the definition says. */
class PlainExpansionTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final int STARTS = 25;

  /** How many periods the plain expansion looks at: enough for a few decades of short ones. */
  private static final Map<Frequency, Integer> PERIODS =
      Map.of(
          Frequency.YEARLY, 40,
          Frequency.MONTHLY, 120,
          Frequency.WEEKLY, 300,
          Frequency.DAILY, 4_000,
          Frequency.HOURLY, 30_000);

  @Test
  void randomRulesGiveWhatTheDefinitionSays() {
    Random random = new Random(2026);
    int compared = 0;
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      LocalDateTime time =
          LocalDateTime.of(2020, 1, 1, 10, 30).plusHours(random.nextInt(24 * 366 * 4));
      String rule = RandomRules.rule(random);
      RuleParts parts = read(rule);
      if (parts == null) {
        continue;
      }
      List<LocalDateTime> expected = expected(parts, time);
      if (!expected.isEmpty()) {
        // What the rule implies comes from its start, so the start must be one that it gives.
        LocalStart first = new LocalStart(expected.get(0), false, UTC);
        List<LocalDateTime> plain = expected(parts, first.time());
        compared++;
        compare(rule, first, plain, wrong);
      }
    }
    assertTrue(wrong.isEmpty(), wrong.size() + " wrong\n" + String.join("\n", wrong));
    assertTrue(compared > 700, "compared: " + compared);
  }

  private static List<LocalDateTime> expected(RuleParts parts, LocalDateTime first) {
    return new PlainExpansion(parts, first)
        .starts(PERIODS.get(parts.frequency()), STARTS).stream()
            .filter(start -> start.getYear() <= 9999)
            .toList();
  }

  private static RuleParts read(String rule) {
    try {
      RuleParts parts = RuleReader.read(rule, false);
      return RuleSize.of(parts) > 2_000 ? null : parts;
    } catch (RefusedException refused) {
      return null;
    }
  }

  private static void compare(
      String rule, LocalStart first, List<LocalDateTime> expected, List<String> wrong) {
    List<String> lines = List.of("RRULE:" + rule);
    String refusal = Refusals.of(lines, first);
    if (refusal.contains("candidate dates") || refusal.contains("BYWEEKNO=53")) {
      return;
    }
    if (!refusal.isEmpty()) {
      wrong.add(rule + " from " + first.time() + ": " + refusal);
      return;
    }
    Instant end = expected.get(expected.size() - 1).atZone(UTC).toInstant().plusNanos(1);
    List<LocalDateTime> given =
        Recurrence.of(lines, first).starts(Instant.MIN, end, 2 * STARTS).stream()
            .map(Start::local)
            .toList();
    if (!given.equals(expected)) {
      wrong.add(rule + " from " + first.time() + ":\n  " + given + "\n  " + expected);
    }
  }
}
