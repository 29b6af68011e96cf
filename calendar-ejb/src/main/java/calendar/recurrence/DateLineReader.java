package calendar.recurrence;

import calendar.recurrence.rule.RefusedException;
import calendar.recurrence.time.DateValue;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads RDATE and EXDATE lines (RFC 5545, sections 3.8.5.1 and 3.8.5.2). */
final class DateLineReader {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private DateLineReader() {}

  /**
   * Reads a line.
   *
   * @param head the name and its parameters
   * @param value what follows the colon
   * @throws RefusedException if it is not valid
   */
  static DateLine read(String head, String value) {
    String[] parts = head.split(";", -1);
    Optional<ZoneId> zone = Optional.empty();
    String kind = "";
    for (String parameter : Arrays.asList(parts).subList(1, parts.length)) {
      String[] pair = parameter.split("=", 2);
      String name = pair[0].toUpperCase(Locale.ROOT);
      if (pair.length == 2 && name.equals("TZID") && zone.isEmpty()) {
        zone = Optional.of(zone(unquoted(pair[1])));
      } else if (pair.length == 2 && name.equals("VALUE") && kind.isEmpty()) {
        kind = kind(pair[1]);
      } else {
        throw new RefusedException(
            "must have no parameters but one TZID and one VALUE, %s",
            RefusedException.found(parameter));
      }
    }
    return new DateLine(head, values(value, zone, kind));
  }

  private static List<DateValue> values(String value, Optional<ZoneId> zone, String kind) {
    return Arrays.stream(value.split(",", -1)).map(text -> value(text, zone, kind)).toList();
  }

  private static DateValue value(String text, Optional<ZoneId> zone, String kind) {
    return DateValue.read(text, zone)
        .filter(read -> kind.isEmpty() || read.isDate() == kind.equals("DATE"))
        .orElseThrow(() -> new RefusedException(expected(kind), RefusedException.found(text)));
  }

  private static String expected(String kind) {
    return switch (kind) {
      case "DATE" -> "must have only dates such as 20261224, because of VALUE=DATE, %s";
      case "DATE-TIME" ->
          "must have only times such as 20261224T180000, because of VALUE=DATE-TIME, %s";
      default -> "must have values such as 20261224, 20261224T180000 or 20261224T180000Z, %s";
    };
  }

  private static ZoneId zone(String name) {
    if (!ZONES.contains(name)) {
      throw new RefusedException(
          "must have a TZID that is an IANA name such as Europe/Brussels, %s",
          RefusedException.found(name));
    }
    return ZoneId.of(name);
  }

  private static String kind(String value) {
    String kind = value.toUpperCase(Locale.ROOT);
    if (!kind.equals("DATE") && !kind.equals("DATE-TIME")) {
      throw new RefusedException(
          "must have a VALUE of DATE or DATE-TIME, %s", RefusedException.found(value));
    }
    return kind;
  }

  private static String unquoted(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
