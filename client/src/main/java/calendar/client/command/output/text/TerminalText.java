package calendar.client.command.output.text;

import calendar.text.VisibleText;
import java.time.Duration;

/** Prepares text for a terminal. */
public final class TerminalText {
  private TerminalText() {}

  /**
   * Returns the text on one line. Escapes control characters, so that they cannot control the
   * terminal.
   */
  public static String oneLine(String text) {
    return VisibleText.oneLine(text.strip().replaceAll("\\s+", " "));
  }

  /** The length in characters (Unicode code points). */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Cuts the text to a number of characters. Cut text ends with an ellipsis. */
  public static String cut(String text, int most) {
    return length(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** Fills the text with blanks to a number of characters. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  /** Formats a duration as {@code 1d}, {@code 1h 30m} or {@code 0s}. */
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
