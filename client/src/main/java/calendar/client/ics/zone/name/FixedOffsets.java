package calendar.client.ics.zone.name;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads zone names that are an offset from UTC: {@code GMT+0200}, {@code UTC-5}, {@code +02:00}.
 */
final class FixedOffsets {
  /** The largest offset of any zone, in either direction. */
  private static final int MAX_HOURS = 14;

  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:(?:UTC|GMT)\\s*)?([+\\-\u2212])(\\d{1,2})(?::?([0-5]\\d))?",
          Pattern.CASE_INSENSITIVE);

  private FixedOffsets() {}

  static Optional<ZoneId> find(String name) {
    Matcher parts = OFFSET.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int sign = parts.group(1).equals("+") ? 1 : -1;
    int hours = Integer.parseInt(parts.group(2));
    int minutes = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    if (hours * 60 + minutes > MAX_HOURS * 60) {
      return Optional.empty();
    }
    return Optional.of(zone(sign * hours, sign * minutes));
  }

  private static ZoneId zone(int hours, int minutes) {
    if (hours == 0 && minutes == 0) {
      return ZoneId.of("UTC");
    }
    // Signs in Etc/GMT names are inverted, and the names end at 12 hours west of UTC.
    if (minutes == 0 && hours >= -12) {
      return ZoneId.of("Etc/GMT%+d".formatted(-hours));
    }
    return ZoneOffset.ofHoursMinutes(hours, minutes);
  }
}
