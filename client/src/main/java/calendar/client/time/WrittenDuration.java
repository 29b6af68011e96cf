package calendar.client.time;

import calendar.client.time.text.TimeInputException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads durations as people write them: {@code 15m}, {@code 1h30m}, {@code 2 days}, {@code PT15M}.
 */
public final class WrittenDuration {
  private static final String EXPECTED = "expected a duration such as 15m, 1h30m, 1d or PT15M";

  private static final Pattern PART = Pattern.compile("\\G\\s*(\\d{1,9}|an?\\b)\\s*([a-z]+)");

  /** A day is always 24 hours, even if clocks change. */
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
   * Reads a duration.
   *
   * @throws TimeInputException if the text is not a duration
   */
  public static Duration parse(String text) {
    return read(text)
        .orElseThrow(() -> new TimeInputException("%s, found '%s'".formatted(EXPECTED, text)));
  }

  /** Reads a duration. Empty if the text is not a duration. */
  static Optional<Duration> read(String text) {
    String written = text.strip().toLowerCase(Locale.ROOT);
    return written.startsWith("p") ? iso8601(written) : units(written);
  }

  private static Optional<Duration> iso8601(String written) {
    try {
      return Optional.of(Duration.parse(written)).filter(duration -> !duration.isNegative());
    } catch (DateTimeParseException notIso) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> units(String written) {
    Matcher part = PART.matcher(written);
    Duration total = Duration.ZERO;
    int end = 0;
    while (part.find()) {
      Duration unit = UNITS.get(LONG_NAMES.getOrDefault(part.group(2), part.group(2)));
      if (unit == null) {
        return Optional.empty();
      }
      total = total.plus(unit.multipliedBy(count(part.group(1))));
      end = part.end();
    }
    return end > 0 && end == written.length() ? Optional.of(total) : Optional.empty();
  }

  /** A number, or the article in "an hour". */
  private static long count(String written) {
    return written.startsWith("a") ? 1 : Long.parseLong(written);
  }
}
