package calendar.client.ics;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What a person says about a file that the file itself does not say, or says wrongly.
 *
 * @param floatingZone the zone of times that name none; without it the file's X-WR-TIMEZONE counts
 * @param zonesOf the zones that the file's own zone names mean, by name; they win over all rules
 * @param charset of the whole file
 * @param defaultDuration how long an event lasts that has no length; without it such an event is
 *     skipped
 * @param ownerProperty the property that names an event's owner, such as {@code LOCATION}
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

  /** All is as the file says. */
  public static ReadOptions none() {
    return new ReadOptions(
        Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public ReadOptions withFloatingZone(ZoneId zone) {
    return new ReadOptions(Optional.of(zone), zonesOf, charset, defaultDuration, ownerProperty);
  }
}
