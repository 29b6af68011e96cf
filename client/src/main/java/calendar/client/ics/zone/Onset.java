package calendar.client.ics.zone;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The start of an observance.
 *
 * @param local what clocks show before they change
 * @param from the offset before; null if the file does not give it
 * @param to the offset from then on
 */
record Onset(LocalDateTime local, ZoneOffset from, ZoneOffset to) {

  /** Seconds since 1970. */
  long second(ZoneOffset before) {
    return local.toEpochSecond(from == null ? before : from);
  }
}
