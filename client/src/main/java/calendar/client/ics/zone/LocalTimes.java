package calendar.client.ics.zone;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Resolves local times by RFC 5545, 3.3.5. */
final class LocalTimes {
  private LocalTimes() {}

  /** In a gap, uses the offset before the gap. Of two possible instants, returns the first. */
  static Instant resolve(ZoneRules rules, LocalDateTime local) {
    ZoneOffsetTransition change = rules.getTransition(local);
    return local.toInstant(change == null ? rules.getOffset(local) : change.getOffsetBefore());
  }
}
