package calendar.client.ics.zone;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The UNTIL of a rule, in local time.
 *
 * @param last the last local time that belongs to the rule
 */
record RuleEnd(LocalDateTime last) {
  static final RuleEnd NEVER = new RuleEnd(LocalDateTime.MAX);

  /**
   * Reads a date, a local time or a time in UTC. Empty if the text is none of them.
   *
   * @param from the offset before each onset; null if it is not known
   */
  static Optional<RuleEnd> of(String text, ZoneOffset from) {
    return ZoneText.time(text).map(until -> new RuleEnd(local(until, from)));
  }

  boolean allows(LocalDateTime local) {
    return !local.isAfter(last);
  }

  private static LocalDateTime local(TimeValue until, ZoneOffset from) {
    if (until.dateOnly()) {
      return until.date().plusDays(1).atStartOfDay();
    }
    if (!until.utc()) {
      return until.dateTime();
    }
    // The offset is unknown. A margin of one day is safe, because onsets are months apart.
    return from == null
        ? until.dateTime().plusDays(1)
        : until.dateTime().plusSeconds(from.getTotalSeconds());
  }
}
