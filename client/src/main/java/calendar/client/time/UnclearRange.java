package calendar.client.time;

import calendar.client.time.text.TimeInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rejects texts that could be a range, such as {@code 14:00-15:00}, or a time with a negative
 * offset. A text is surely an offset in ISO 8601 form, with T or seconds before it, or in the form
 * {@code 9:00 -03:00} if it is not a valid range.
 */
final class UnclearRange {
  private static final Pattern SHAPE =
      Pattern.compile("(?<![\\d:tT])(\\d{1,2}):(\\d{2})(\\s*)-(\\s*)(\\d{1,2})(?::?(\\d{2}))?");
  private static final int MINUTES = 60;

  /** The largest offset behind UTC, in minutes. */
  private static final int MAX_OFFSET = 12 * MINUTES;

  private UnclearRange() {}

  /**
   * @throws TimeInputException if the text may be a range
   */
  static void reject(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (parts.find() && !isOffset(parts)) {
      throw new TimeInputException(
          "is '%s' a range or an offset? Give the end in its own option, or write an offset as in"
                  .formatted(text.strip())
              + " 2026-12-01T10:00:00-03:00");
    }
  }

  private static boolean isOffset(Matcher parts) {
    if (parts.group(3).isEmpty() || !parts.group(4).isEmpty() || parts.group(6) == null) {
      return false;
    }
    int from = minutes(parts.group(1), parts.group(2));
    int to = minutes(parts.group(5), parts.group(6));
    return to <= from && to <= MAX_OFFSET;
  }

  private static int minutes(String hours, String minutes) {
    return Integer.parseInt(hours) * MINUTES + Integer.parseInt(minutes);
  }
}
