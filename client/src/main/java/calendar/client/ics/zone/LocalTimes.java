package calendar.client.ics.zone;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Local times as RFC 5545, 3.3.5 reads them. */
final class LocalTimes {
  private LocalTimes() {}

  /** In a gap the offset before it counts; of two instants the first. */
  static Instant resolve(ZoneRules rules, LocalDateTime local) {
    ZoneOffsetTransition change = rules.getTransition(local);
    return local.toInstant(change == null ? rules.getOffset(local) : change.getOffsetBefore());
  }
}
