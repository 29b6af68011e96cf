package calendar.client.ics;

import calendar.client.ics.syntax.ContentLine;
import calendar.client.ics.syntax.Parameters;
import calendar.client.ics.syntax.TextValue;
import calendar.client.ics.zone.FileZone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A property with a date or a time (RFC 5545, 3.3.4 and 3.3.5). Accepts more than the RFC, as real
 * files need: basic or extended ISO 8601, with or without seconds, in upper or lower case.
 *
 * @param line the line of the file
 * @param text the value
 * @param zoneName the TZID, without quotes and escapes; empty if there is none
 * @param date the date
 * @param time the time of day; empty if the value is a date
 * @param offset the offset after the time; empty for a local time
 * @param endOfDay true if the time is 24:00, the end of the date
 */
record TimeProperty(
    ContentLine line,
    String text,
    String zoneName,
    LocalDate date,
    Optional<LocalTime> time,
    Optional<ZoneOffset> offset,
    boolean endOfDay) {

  /**
   * Zone names without quotes may contain colons. The value is the last part that looks like a
   * time.
   */
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<parameters>(?:;.*?)?):\\s*(?<text>(?<date>\\d{4}-?\\d{2}-?\\d{2})"
              + "(?:[Tt ](?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,]\\d+)?)?"
              + "\\s*(?<offset>[Zz]|[+-]\\d{2}:?\\d{2})?)?)\\s*",
          Pattern.DOTALL);

  private static final int LEAP_SECOND = 60;
  private static final int MIDNIGHT = 24;

  /**
   * @throws InvalidComponentException if the value is not an existing date or time
   */
  static TimeProperty of(ContentLine line) throws InvalidComponentException {
    Matcher parts = SHAPE.matcher(line.afterName());
    if (!parts.matches()) {
      throw new InvalidComponentException(line, "is not a date or time");
    }
    try {
      return of(line, parts);
    } catch (DateTimeException noSuchTime) {
      throw new InvalidComponentException(line, "does not exist");
    }
  }

  private static TimeProperty of(ContentLine line, Matcher parts) {
    String parameters = parts.group("parameters");
    LocalDate date = date(parts.group("date").replace("-", ""));
    String zoneName =
        Parameters.value(parameters, "TZID")
            .map(TextValue::unescaped)
            .map(String::strip)
            .orElse("");
    boolean isDate =
        parts.group("hour") == null
            || Parameters.value(parameters, "VALUE").filter("DATE"::equalsIgnoreCase).isPresent();
    if (isDate) {
      return new TimeProperty(
          line, parts.group("text"), zoneName, date, Optional.empty(), Optional.empty(), false);
    }
    int hour = number(parts, "hour");
    int minute = number(parts, "minute");
    int second = number(parts, "second");
    boolean endOfDay = hour == MIDNIGHT && minute == 0 && second == 0;
    LocalTime time =
        LocalTime.of(endOfDay ? 0 : hour, minute, second == LEAP_SECOND ? second - 1 : second);
    return new TimeProperty(
        line,
        parts.group("text"),
        zoneName,
        date,
        Optional.of(time),
        offset(parts.group("offset")),
        endOfDay);
  }

  boolean isDate() {
    return time.isEmpty();
  }

  /** Returns true if there is neither a zone nor an offset (RFC 5545, 3.3.12). */
  boolean isFloating() {
    return zoneName.isEmpty() && offset.isEmpty();
  }

  /** The local time; for a date, the start of the day. */
  LocalDateTime local() {
    return date.plusDays(endOfDay ? 1 : 0).atTime(time.orElse(LocalTime.MIN));
  }

  /**
   * The instant, with its zone. A date means the start of the day.
   *
   * @throws InvalidComponentException if its zone is unknown
   */
  IcsTime in(CalendarZones zones) throws InvalidComponentException {
    LocalDateTime local = local();
    if (offset.isPresent()) {
      FileZone zone = FileZone.of(offset.get());
      return new IcsTime(local.toInstant(offset.get()), zone);
    }
    try {
      FileZone zone = zoneName.isEmpty() ? zones.floating() : zones.named(zoneName);
      return new IcsTime(zone.resolve(local), zone);
    } catch (UnknownZoneException unknown) {
      throw new InvalidComponentException(line.number(), unknown.getMessage());
    }
  }

  private static LocalDate date(String digits) {
    int year = Integer.parseInt(digits.substring(0, 4));
    if (year == 0) {
      throw new DateTimeException("there is no year 0");
    }
    return LocalDate.of(
        year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)));
  }

  private static int number(Matcher parts, String group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }

  private static Optional<ZoneOffset> offset(String text) {
    return Optional.ofNullable(text)
        .map(written -> written.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(written));
  }
}
