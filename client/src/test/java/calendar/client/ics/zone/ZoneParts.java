package calendar.client.ics.zone;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** Builds zones and their parts for tests. */
final class ZoneParts {
  private ZoneParts() {}

  static Instant utc(FileZone zone, String local) {
    return zone.resolve(LocalDateTime.parse(local));
  }

  static FileZone zone(ObservanceText... parts) {
    return ZoneDefinition.of("My zone", List.of(parts)).orElseThrow();
  }

  static ObservanceText once(String start, String from, String to) {
    return new ObservanceText(start, from, to, List.of(), List.of());
  }

  static ObservanceText ruled(String start, String from, String to, String rule) {
    return new ObservanceText(start, from, to, List.of(rule), List.of());
  }

  static ObservanceText dated(String start, String from, String to, String... dates) {
    return new ObservanceText(start, from, to, List.of(), List.of(dates));
  }
}
