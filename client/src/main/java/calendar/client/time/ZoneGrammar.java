package calendar.client.time;

import calendar.client.time.text.TimeInputException;
import calendar.client.time.text.WordReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a time zone: Z, UTC, GMT, +05:30, +0530, Europe/Paris. Does not accept other abbreviations,
 * because many, such as IST and CST, mean several zones.
 */
final class ZoneGrammar {
  private static final Pattern OFFSET =
      Pattern.compile("([+-])(\\d{1,2})(?::?(\\d{2})(?::?(\\d{2}))?)?");
  private static final Pattern NAME = Pattern.compile("[a-z_]+(/[a-z0-9_+-]+)+");

  private static final Map<String, String> NAMES =
      ZoneId.getAvailableZoneIds().stream()
          .collect(Collectors.toMap(id -> id.toLowerCase(Locale.ROOT), Function.identity()));

  private ZoneGrammar() {}

  /**
   * Reads a zone. Empty, and no word is read, if the next word is not a zone.
   *
   * @throws TimeInputException if the zone does not exist
   */
  static Optional<ZoneId> read(WordReader words) {
    String word = words.peek(0);
    Optional<ZoneId> zone =
        switch (word) {
          case "z", "utc", "gmt" -> Optional.of(ZoneOffset.UTC);
          default -> offset(word).or(() -> named(word));
        };
    zone.ifPresent(found -> words.skip(1));
    return zone;
  }

  private static Optional<ZoneId> offset(String word) {
    Matcher parts = OFFSET.matcher(word);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int sign = parts.group(1).equals("-") ? -1 : 1;
    try {
      return Optional.of(
          ZoneOffset.ofHoursMinutesSeconds(
              sign * number(parts.group(2)),
              sign * number(parts.group(3)),
              sign * number(parts.group(4))));
    } catch (DateTimeException outOfRange) {
      throw new TimeInputException(
          "there is no offset %s: offsets go from -18:00 to +18:00".formatted(word));
    }
  }

  private static Optional<ZoneId> named(String word) {
    if (!NAME.matcher(word).matches()) {
      return Optional.empty();
    }
    if (!NAMES.containsKey(word)) {
      throw new TimeInputException("there is no time zone %s".formatted(word));
    }
    return Optional.of(ZoneId.of(NAMES.get(word)));
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
