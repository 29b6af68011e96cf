package calendar.client.command.output;

import calendar.text.VisibleText;
import java.time.Duration;

/** Text made fit for a terminal. */
public final class TerminalText {
  private TerminalText() {}

  /** On one line, with control characters escaped: texts of others must not steer the terminal. */
  public static String oneLine(String text) {
    return VisibleText.oneLine(text.strip().replaceAll("\\s+", " "));
  }

  /** How many characters (Unicode code points) it has. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** At most so many characters, the last of them an ellipsis where it is cut. */
  static String cut(String text, int most) {
    return length(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** Filled with blanks to so many characters. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  /** Such as {@code 1d}, {@code 1h 30m} or {@code 0s}. */
  public static String duration(Duration duration) {
    StringBuilder parts = new StringBuilder();
    append(parts, duration.toDaysPart(), "d");
    append(parts, duration.toHoursPart(), "h");
    append(parts, duration.toMinutesPart(), "m");
    append(parts, duration.toSecondsPart(), "s");
    return parts.isEmpty() ? "0s" : parts.toString();
  }

  private static void append(StringBuilder parts, long count, String unit) {
    if (count > 0) {
      parts.append(parts.isEmpty() ? "" : " ").append(count).append(unit);
    }
  }
}
