package calendar.client.ics;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Options for reading a file that lacks or misstates information.
 *
 * @param floatingZone the zone for all-day events and times without a zone; if empty, the file's
 *     X-WR-TIMEZONE, else UTC
 * @param zonesOf the zones behind the file's zone names; they override all other rules
 * @param charset the charset of the whole file
 * @param defaultDuration the length of events that have none; if empty, such events are skipped
 * @param ownerProperty the property that holds an event's owner, such as {@code LOCATION}
 */
public record ReadOptions(
    Optional<ZoneId> floatingZone,
    Map<String, ZoneId> zonesOf,
    Optional<Charset> charset,
    Optional<Duration> defaultDuration,
    Optional<String> ownerProperty) {

  public ReadOptions {
    zonesOf = Map.copyOf(zonesOf);
  }

  /** No options: the file decides everything. */
  public static ReadOptions none() {
    return new ReadOptions(
        Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public ReadOptions withFloatingZone(ZoneId zone) {
    return new ReadOptions(Optional.of(zone), zonesOf, charset, defaultDuration, ownerProperty);
  }
}
