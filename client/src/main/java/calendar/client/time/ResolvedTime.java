package calendar.client.time;

import java.time.Instant;
import java.util.Optional;

/**
 * The point in time for a text.
 *
 * @param note one line for the user that names the chosen meaning, if the text was ambiguous
 */
public record ResolvedTime(Instant instant, Optional<String> note) {
  static ResolvedTime of(Instant instant) {
    return new ResolvedTime(instant, Optional.empty());
  }
}
