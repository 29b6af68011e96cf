package calendar.client.ics.zone;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A time zone of a file: one that the JDK knows, or one that the file defines. Thread-safe. */
public interface FileZone {

  /** The JDK's rules for a zone. */
  static FileZone of(ZoneId zone) {
    return new KnownZone(zone);
  }

  /** The IANA name of a known zone; the TZID of a zone that the file defines. */
  String name();

  /**
   * The zone in the IANA database. Empty for an offset from UTC, such as {@code Z}, and for a zone
   * that the file defines.
   */
  Optional<ZoneId> region();

  /**
   * The instant of a local time. A local time in a gap uses the offset before the gap. An ambiguous
   * one is the first of the two instants (RFC 5545, 3.3.5).
   */
  Instant resolve(LocalDateTime local);

  /** What clocks in the zone show at an instant. */
  LocalDateTime local(Instant instant);
}
