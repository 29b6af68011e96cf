package calendar.client.ics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An event that can be booked.
 *
 * @param title its SUMMARY; empty if it has none
 * @param description its DESCRIPTION; empty if it has none
 * @param end after the start
 * @param remindBefore at most 5, distinct, none below zero
 * @param alarmsLost whether it has alarms, but none that comes before the start
 * @param properties the first of each name, by name without regard to case
 */
public record IcsEvent(
    String uid,
    int line,
    String title,
    String description,
    Instant start,
    Instant end,
    List<Duration> remindBefore,
    boolean alarmsLost,
    Map<String, String> properties)
    implements IcsComponent {

  public IcsEvent {
    remindBefore = List.copyOf(remindBefore);
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(properties);
    properties = Collections.unmodifiableMap(byName);
  }

  /** The value of a property, such as {@code LOCATION}, if it has one that is not blank. */
  public Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name)).filter(value -> !value.isBlank());
  }
}
