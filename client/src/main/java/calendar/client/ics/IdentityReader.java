package calendar.client.ics;

import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.syntax.ComponentText;
import calendar.client.ics.syntax.ContentLine;
import calendar.client.ics.syntax.TextValue;
import calendar.client.ics.zone.name.ZoneNames;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads the identity of a VEVENT. Uses defaults for invalid values. */
final class IdentityReader {
  private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");
  private static final int LONGEST_RECURRENCE_ID = 255;

  private IdentityReader() {}

  static ComponentIdentity read(ComponentText event, CalendarZones zones) {
    return new ComponentIdentity(
        event.uid(), recurrenceId(event, zones), sequence(event), modifiedTime(event));
  }

  /**
   * The RECURRENCE-ID as written in the file, with its zone. A floating time, or a time in a zone
   * that only this file defines, is converted to UTC, because later files could not match it.
   */
  private static String recurrenceId(ComponentText event, CalendarZones zones) {
    Optional<ContentLine> line = event.property("RECURRENCE-ID");
    if (line.isEmpty()) {
      return "";
    }
    try {
      TimeProperty time = TimeProperty.of(line.get());
      if (time.isDate() || time.offset().isPresent()) {
        return time.text();
      }
      return ZoneNames.known(time.zoneName()).isPresent()
          ? "TZID=" + time.zoneName() + ":" + time.text()
          : RecurrenceId.inUtc(time.in(zones).instant());
    } catch (InvalidComponentException unreadable) {
      String text = TextValue.unescaped(line.get().value().strip());
      return text.substring(0, Math.min(text.length(), LONGEST_RECURRENCE_ID));
    }
  }

  /** Caps a large number at the maximum: some programs use seconds or milliseconds. */
  private static int sequence(ComponentText event) {
    String text = event.value("SEQUENCE").orElse("");
    if (!text.matches("\\d{1,100}")) {
      return 0;
    }
    return new BigInteger(text).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  private static Optional<Instant> modifiedTime(ComponentText event) {
    Optional<ContentLine> line = event.property("LAST-MODIFIED");
    if (line.isEmpty()) {
      return Optional.empty();
    }
    try {
      TimeProperty time = TimeProperty.of(line.get());
      ZoneOffset offset = time.offset().orElse(ZoneOffset.UTC);
      return Optional.of(time.local().toInstant(offset)).filter(IdentityReader::isStorable);
    } catch (InvalidComponentException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isStorable(Instant time) {
    return !time.isBefore(FIRST_TIME) && time.isBefore(END_OF_TIME);
  }
}
