package calendar.client.ics.zone;

import calendar.client.ics.zone.name.IanaNames;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares zones with the JDK's zones around clock changes, and counts the comparisons. */
final class Comparison {
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2050;
  private static final long[] MINUTES_AROUND = {-60, -30, 0, 30, 60};

  private final List<String> wrong = new ArrayList<>();
  private final Set<String> wrongZones = new TreeSet<>();
  private int count;

  /** All zones of the JDK that are in the IANA database. */
  static List<ZoneId> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(IanaNames::isIana)
        .sorted()
        .map(ZoneId::of)
        .toList();
  }

  void compare(FileZone zone, ZoneId expected) {
    for (LocalDateTime local : times(expected.getRules())) {
      // In a gap, java.time moves the time by the length of the gap: it uses the offset before the
      // gap.
      Instant right = ZonedDateTime.ofLocal(local, expected, null).toInstant();
      check(zone.resolve(local).equals(right), expected, local);
      check(zone.local(right).equals(LocalDateTime.ofInstant(right, expected)), expected, local);
    }
  }

  List<String> wrong() {
    return wrong;
  }

  @Override
  public String toString() {
    return "%,d comparisons, %,d wrong in %d zones"
        .formatted(count, wrong.size(), wrongZones.size());
  }

  private void check(boolean right, ZoneId zone, LocalDateTime local) {
    count++;
    if (!right) {
      wrong.add(zone + " " + local);
      wrongZones.add(zone.getId());
    }
  }

  /** Times around each clock change, and noon of 1 January and 1 July. */
  private static List<LocalDateTime> times(ZoneRules rules) {
    List<LocalDateTime> times = new ArrayList<>();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      times.add(LocalDateTime.of(year, 1, 1, 12, 0));
      times.add(LocalDateTime.of(year, 7, 1, 12, 0));
    }
    ZoneOffsetTransition change = rules.nextTransition(Instant.parse("1990-01-01T00:00:00Z"));
    while (change != null && change.getDateTimeBefore().getYear() <= LAST_YEAR) {
      for (long minutes : MINUTES_AROUND) {
        times.add(change.getDateTimeBefore().plusMinutes(minutes));
        times.add(change.getDateTimeAfter().plusMinutes(minutes));
      }
      change = rules.nextTransition(change.getInstant());
    }
    return times;
  }
}
