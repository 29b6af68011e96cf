package calendar.client.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 15m}, {@code 1h30m}, {@code 2 days}, {@code PT15M}. */
final class WrittenDuration {
  static final String EXPECTED = "expected a duration such as 15m, 1h30m, 1d or PT15M";

  private static final Pattern PART = Pattern.compile("\\G\\s*(\\d{1,9})\\s*([a-z]+)");

  /** A day is 24 hours. */
  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7));

  private static final Map<String, String> LONG_NAMES =
      Map.ofEntries(
          Map.entry("sec", "s"),
          Map.entry("second", "s"),
          Map.entry("seconds", "s"),
          Map.entry("min", "m"),
          Map.entry("minute", "m"),
          Map.entry("minutes", "m"),
          Map.entry("hour", "h"),
          Map.entry("hours", "h"),
          Map.entry("day", "d"),
          Map.entry("days", "d"),
          Map.entry("week", "w"),
          Map.entry("weeks", "w"));

  private WrittenDuration() {}

  /**
   * @throws UsageException if it is no duration
   */
  static Duration parse(String text) {
    String written = text.strip().toLowerCase(Locale.ROOT);
    return written.startsWith("p") ? iso8601(text) : units(text, written);
  }

  private static Duration iso8601(String text) {
    try {
      return notNegative(text, Duration.parse(text.strip()));
    } catch (DateTimeParseException notIso) {
      throw notUnderstood(text);
    }
  }

  private static Duration units(String text, String written) {
    Matcher part = PART.matcher(written);
    Duration total = Duration.ZERO;
    int end = 0;
    while (part.find()) {
      Duration unit = UNITS.get(LONG_NAMES.getOrDefault(part.group(2), part.group(2)));
      if (unit == null) {
        throw notUnderstood(text);
      }
      total = total.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
      end = part.end();
    }
    if (end == 0 || end != written.length()) {
      throw notUnderstood(text);
    }
    return total;
  }

  private static Duration notNegative(String text, Duration duration) {
    if (duration.isNegative()) {
      throw notUnderstood(text);
    }
    return duration;
  }

  private static UsageException notUnderstood(String text) {
    return new UsageException("%s, found '%s'".formatted(EXPECTED, text));
  }
}
