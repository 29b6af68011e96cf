package calendar.client.ics;

import java.util.Locale;

/**
 * A line of an iCalendar file, unfolded.
 *
 * @param number where it begins in the file, from 1 on
 */
record ContentLine(int number, String text) {
  private static final int QUOTED_AT_MOST = 60;

  /** The name that stands after {@code BEGIN:} in upper case, or an empty text. */
  String begins() {
    return after("BEGIN:");
  }

  /** The name that stands after {@code END:} in upper case, or an empty text. */
  String ends() {
    return after("END:");
  }

  /** The text, or its beginning if it is long. */
  String abbreviated() {
    return text.length() <= QUOTED_AT_MOST ? text : text.substring(0, QUOTED_AT_MOST) + "…";
  }

  private String after(String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length())
        ? text.substring(prefix.length()).strip().toUpperCase(Locale.ROOT)
        : "";
  }
}
