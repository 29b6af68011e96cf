package calendar.recurrence.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DATE or DATE-TIME value of RFC 5545 (sections 3.3.4 and 3.3.5).
 *
 * @param local the date and time as written; 00:00 for a date
 * @param zone the zone in which the time is written; empty for a date, and for a floating time,
 *     which means the zone of the series
 */
public record DateValue(Form form, LocalDateTime local, Optional<ZoneId> zone) {
  private static final Pattern PATTERN =
      Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})(T([0-9]{2})([0-9]{2})([0-9]{2})(Z?))?");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  /** How a value is written. */
  public enum Form {
    DATE,
    LOCAL,
    UTC
  }

  /**
   * Reads a value. Returns empty if it is none, or not in the years 1 to 9999.
   *
   * @param zone the zone of a local time (TZID)
   */
  public static Optional<DateValue> read(String text, Optional<ZoneId> zone) {
    Matcher parts = PATTERN.matcher(text);
    if (!parts.matches() || text.startsWith("0000")) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
      if (parts.group(4) == null) {
        return Optional.of(ofDate(date));
      }
      LocalTime time = LocalTime.of(number(parts, 5), number(parts, 6), number(parts, 7));
      return Optional.of(
          parts.group(8).isEmpty()
              ? new DateValue(Form.LOCAL, date.atTime(time), zone)
              : new DateValue(Form.UTC, date.atTime(time), Optional.of(ZoneOffset.UTC)));
    } catch (DateTimeException nonexistent) {
      return Optional.empty();
    }
  }

  public static DateValue ofDate(LocalDate date) {
    return new DateValue(Form.DATE, date.atStartOfDay(), Optional.empty());
  }

  /** The instant, to whole seconds, written in UTC. */
  public static DateValue ofInstant(Instant instant) {
    LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).withNano(0);
    return new DateValue(Form.UTC, utc, Optional.of(ZoneOffset.UTC));
  }

  public boolean isDate() {
    return form == Form.DATE;
  }

  public LocalDate date() {
    return local.toLocalDate();
  }

  /** The instant of a time. A floating time is read in the zone of the series. */
  public Instant instantIn(ZoneId seriesZone) {
    return local.atZone(zone.orElse(seriesZone)).toInstant();
  }

  /** Where a time is on the wall clock of the series; a date at 00:00. */
  public LocalDateTime localIn(ZoneId seriesZone) {
    return zone.isEmpty() || zone.get().equals(seriesZone)
        ? local
        : LocalDateTime.ofInstant(instantIn(seriesZone), seriesZone);
  }

  /** The value as RFC 5545 writes it, without its zone. */
  public String text() {
    return switch (form) {
      case DATE -> local.format(DATE);
      case LOCAL -> local.format(TIME);
      case UTC -> local.format(TIME) + "Z";
    };
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
