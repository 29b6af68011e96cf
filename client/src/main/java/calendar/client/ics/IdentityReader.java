package calendar.client.ics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads the identity of a VEVENT. What cannot be read there costs nothing. */
final class IdentityReader {
  private IdentityReader() {}

  static ComponentIdentity read(ComponentText event) {
    return new ComponentIdentity(
        event.uid(), recurrenceId(event), sequence(event), modifiedTime(event));
  }

  /** As the file has it; with its zone, where it names one. */
  private static String recurrenceId(ComponentText event) {
    Optional<ContentLine> line = event.property("RECURRENCE-ID");
    if (line.isEmpty()) {
      return "";
    }
    try {
      TimeProperty time = TimeProperty.of(line.get());
      return time.zoneName().isEmpty()
          ? time.text()
          : "TZID=" + time.zoneName() + ":" + time.text();
    } catch (InvalidComponentException unreadable) {
      return line.get().value().strip();
    }
  }

  private static int sequence(ComponentText event) {
    try {
      return Math.max(0, event.value("SEQUENCE").map(Integer::parseInt).orElse(0));
    } catch (NumberFormatException unreadable) {
      return 0;
    }
  }

  private static Optional<Instant> modifiedTime(ComponentText event) {
    Optional<ContentLine> line = event.property("LAST-MODIFIED");
    if (line.isEmpty()) {
      return Optional.empty();
    }
    try {
      TimeProperty time = TimeProperty.of(line.get());
      ZoneOffset offset = time.offset().orElse(ZoneOffset.UTC);
      return Optional.of(time.local().toInstant(offset));
    } catch (InvalidComponentException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
