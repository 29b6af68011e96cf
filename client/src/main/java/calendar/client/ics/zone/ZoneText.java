package calendar.client.ics.zone;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of a VTIMEZONE as files write them. */
final class ZoneText {
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)?(Z)?)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern OFFSET = Pattern.compile("([+-]?)(\\d\\d)(\\d\\d)(\\d\\d)?");

  private ZoneText() {}

  /**
   * Reads {@code 20070311T020000}, with or without Z, or {@code 20070311}. The day may end at
   * 24:00.
   */
  static Optional<TimeValue> time(String text) {
    Matcher parts = TIME.matcher(text.strip().replaceAll("[-:]", ""));
    if (!parts.matches()) {
      return Optional.empty();
    }
    int second = number(parts, 4) * 3600 + number(parts, 5) * 60 + number(parts, 6);
    if (number(parts, 5) > 59 || number(parts, 6) > 60 || second > TimeValue.SECONDS_OF_DAY) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
      boolean dateOnly = parts.group(4) == null;
      return Optional.of(new TimeValue(date, second, dateOnly, parts.group(7) != null));
    } catch (DateTimeException noSuchDate) {
      return Optional.empty();
    }
  }

  /** Reads {@code +0100}, {@code -033000} and {@code +01:00}. */
  static Optional<ZoneOffset> offset(String text) {
    Matcher parts = OFFSET.matcher(text.strip().replace(":", ""));
    if (!parts.matches() || number(parts, 3) > 59 || number(parts, 4) > 59) {
      return Optional.empty();
    }
    int seconds = number(parts, 2) * 3600 + number(parts, 3) * 60 + number(parts, 4);
    try {
      return Optional.of(
          ZoneOffset.ofTotalSeconds(parts.group(1).equals("-") ? -seconds : seconds));
    } catch (DateTimeException tooLarge) {
      return Optional.empty();
    }
  }

  private static int number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
