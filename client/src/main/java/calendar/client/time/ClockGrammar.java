package calendar.client.time;

import calendar.client.time.text.TimeInputException;
import calendar.client.time.text.WordReader;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time of day: 9:00, 21:00:30, 9am, 9:30pm, 9.30, 9h30, noon, 24:00. */
final class ClockGrammar {
  private static final Pattern TIME =
      Pattern.compile(
          "(?<hour>\\d{1,2})(?:(?<mark>[:.h])(?<minute>\\d{2}))?"
              + "(?::(?<second>\\d{2})(?<fraction>\\.\\d{1,9})?)?(?<half>[ap]m)?");

  private ClockGrammar() {}

  /**
   * Reads a time of day. Empty, and no word is read, if the next word is not a time.
   *
   * @throws TimeInputException if the time does not exist, or could also be a date
   */
  static Optional<ClockTime> read(WordReader words) {
    Optional<ClockTime> time = named(words.peek(0)).or(() -> digits(words.peek(0)));
    if (time.isPresent()) {
      words.skip(1);
      return time;
    }
    Optional<ClockTime> afterTwelve = words.peek(0).equals("12") ? named(words.peek(1)) : time;
    afterTwelve.ifPresent(found -> words.skip(2));
    return afterTwelve;
  }

  private static Optional<ClockTime> named(String word) {
    return switch (word) {
      case "noon" -> Optional.of(ClockTime.of(LocalTime.NOON));
      case "midnight" -> Optional.of(ClockTime.of(LocalTime.MIDNIGHT));
      default -> Optional.empty();
    };
  }

  private static Optional<ClockTime> digits(String word) {
    Matcher parts = TIME.matcher(word);
    if (!parts.matches() || parts.group("minute") == null && parts.group("half") == null) {
      return Optional.empty();
    }
    int hour = hour(word, number(parts, "hour"), parts.group("half"));
    int minute = number(parts, "minute");
    int second = number(parts, "second");
    rejectPossibleDate(word, parts, hour, minute);
    if (hour == 24 && minute == 0 && second == 0 && parts.group("fraction") == null) {
      return Optional.of(ClockTime.END_OF_DAY);
    }
    if (hour > 23 || minute > 59 || second > 59) {
      throw new TimeInputException("there is no time %s".formatted(word));
    }
    return Optional.of(ClockTime.of(LocalTime.of(hour, minute, second, nanos(parts))));
  }

  /** The hour from 0 to 23 (24 for 24:00). 12am is midnight, 12pm is noon. */
  private static int hour(String word, int hour, String half) {
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new TimeInputException(
          "there is no time %s: with am and pm, hours go from 1 to 12".formatted(word));
    }
    return hour % 12 + (half.equals("pm") ? 12 : 0);
  }

  private static void rejectPossibleDate(String word, Matcher parts, int hour, int minute) {
    boolean mayBeDate =
        ".".equals(parts.group("mark"))
            && parts.group("half") == null
            && hour >= 1
            && minute >= 1
            && minute <= 12;
    if (mayBeDate) {
      throw new TimeInputException(
          "is '%s' a time or a date? Write the time as %s, or the date with its year"
              .formatted(word, word.replace('.', ':')));
    }
  }

  private static int number(Matcher parts, String name) {
    return parts.group(name) == null ? 0 : Integer.parseInt(parts.group(name));
  }

  private static int nanos(Matcher parts) {
    String fraction = parts.group("fraction");
    return fraction == null
        ? 0
        : Integer.parseInt((fraction.substring(1) + "00000000").substring(0, 9));
  }
}
