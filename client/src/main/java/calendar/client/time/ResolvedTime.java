package calendar.client.time;

import java.time.Instant;
import java.util.Optional;

/**
 * The point in time that a text means.
 *
 * @param note one line for the user if the text had two meanings: which one was taken
 */
public record ResolvedTime(Instant instant, Optional<String> note) {
  static ResolvedTime of(Instant instant) {
    return new ResolvedTime(instant, Optional.empty());
  }
}
