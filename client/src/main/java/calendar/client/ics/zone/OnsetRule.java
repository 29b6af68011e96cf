package calendar.client.ics.zone;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** An RRULE of a VTIMEZONE. Thread-safe. */
final class OnsetRule {
  /** The reader expands each rule up to this year, to check it. */
  static final int NEAR = 2100;

  /** A rule with more onsets before {@link #NEAR} is rejected. Real rules have one per year. */
  private static final int MAX_NEAR = 5_000;

  /** Later onsets of a rule are ignored. Enough for one in each year up to 9999. */
  private static final int MAX_FAR = 10_000;

  /** Rules with short steps or several times of day take very long, and no zone needs them. */
  private static final Pattern COSTLY =
      Pattern.compile("FREQ=(SECOND|MINUTE|HOUR)LY|BY(SECOND|MINUTE|HOUR)=[^;]*,");

  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private final RecurrenceRule rule;
  private final TimeValue start;
  private final RuleEnd end;

  private OnsetRule(RecurrenceRule rule, TimeValue start, RuleEnd end) {
    this.rule = rule;
    this.start = start;
    this.end = end;
  }

  /**
   * Empty if the rule cannot be read or has too many onsets.
   *
   * @param start in local time
   * @param from the offset before each onset; null if it is not known
   */
  static Optional<OnsetRule> of(String text, TimeValue start, ZoneOffset from) {
    Optional<RuleEnd> end = Optional.of(RuleEnd.NEVER);
    List<String> parts = new ArrayList<>();
    for (String part : text.toUpperCase(Locale.ROOT).replace(" ", "").split(";")) {
      if (part.startsWith("UNTIL=")) {
        end = RuleEnd.of(part.substring("UNTIL=".length()), from);
      } else if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    String endless = String.join(";", parts);
    if (end.isEmpty() || COSTLY.matcher(endless).find()) {
      return Optional.empty();
    }
    try {
      OnsetRule read =
          new OnsetRule(new RecurrenceRule(endless, RfcMode.RFC5545_LAX), start, end.get());
      List<LocalDateTime> onsets = new ArrayList<>();
      read.expand(NEAR, MAX_NEAR, onsets);
      return onsets.size() < MAX_NEAR ? Optional.of(read) : Optional.empty();
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** In local time and in order. */
  List<LocalDateTime> onsetsBefore(int year) {
    List<LocalDateTime> found = new ArrayList<>();
    try {
      expand(year, MAX_FAR, found);
    } catch (IllegalArgumentException nothingForLong) {
      // The library gives up after many dates without a match. Treat this as the end of the rule.
    }
    return found;
  }

  private void expand(int year, int limit, List<LocalDateTime> found) {
    LocalDateTime previous = LocalDateTime.MIN;
    // The rule runs on the date of a day that ends at 24:00, not on the day after.
    LocalDateTime first = start.endOfDay() ? start.date().atStartOfDay() : start.dateTime();
    RecurrenceRuleIterator times = rule.iterator(first.toEpochSecond(ZoneOffset.UTC) * 1000, UTC);
    while (times.hasNext() && found.size() < limit) {
      long second = Math.floorDiv(times.nextMillis(), 1000);
      LocalDateTime next =
          LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).plusDays(start.endOfDay() ? 1 : 0);
      if (next.getYear() >= year || !next.isAfter(previous) || !end.allows(next)) {
        break;
      }
      found.add(next);
      previous = next;
    }
  }
}
