package calendar.client.ics;

import calendar.client.ics.syntax.ContentLine;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration (RFC 5545, 3.3.6).
 *
 * @param days nominal days: a day may have 23 or 25 hours
 * @param exact the part with a fixed length
 */
record IcsDuration(Period days, Duration exact) {
  /** The RFC does not allow signs inside, but files have them. */
  private static final Pattern TEXT =
      Pattern.compile(
          "([+-]?)P(?=[^T]|T.)(?:([+-]?\\d{1,7})W)?(?:([+-]?\\d{1,7})D)?"
              + "(?:T(?:([+-]?\\d{1,9})H)?(?:([+-]?\\d{1,9})M)?(?:([+-]?\\d{1,9})S)?)?",
          Pattern.CASE_INSENSITIVE);

  /** Reads a duration. Empty if the text is not a duration. */
  static Optional<IcsDuration> parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    IcsDuration duration =
        new IcsDuration(
            Period.ofWeeks(number(parts, 2)).plusDays(number(parts, 3)),
            Duration.ofHours(number(parts, 4))
                .plusMinutes(number(parts, 5))
                .plusSeconds(number(parts, 6)));
    return Optional.of(parts.group(1).equals("-") ? duration.negated() : duration);
  }

  /**
   * @throws InvalidComponentException if the value is not a duration
   */
  static IcsDuration of(ContentLine line) throws InvalidComponentException {
    return parse(line.value())
        .orElseThrow(() -> new InvalidComponentException(line, "is not a duration"));
  }

  IcsDuration negated() {
    return new IcsDuration(days.negated(), exact.negated());
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }
}
