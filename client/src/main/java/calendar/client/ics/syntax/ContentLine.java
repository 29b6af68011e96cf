package calendar.client.ics.syntax;

import java.util.Locale;
import java.util.Optional;

/**
 * A line of an iCalendar file, unfolded (RFC 5545, 3.1): a name, parameters, a colon and a value.
 *
 * @param number the line number in the file, from 1
 */
public record ContentLine(int number, String text) {
  private static final int LONGEST_QUOTE = 100;

  /** The name after {@code BEGIN:} in upper case, or an empty text. */
  String begins() {
    return after("BEGIN:");
  }

  /** The name after {@code END:} in upper case, or an empty text. */
  String ends() {
    return after("END:");
  }

  /** The property's name in upper case: the text before the first semicolon or colon. */
  public String name() {
    int end = 0;
    while (end < text.length() && text.charAt(end) != ';' && text.charAt(end) != ':') {
      end++;
    }
    return text.substring(0, end).strip().toUpperCase(Locale.ROOT);
  }

  /** Returns true if the line has this property name. */
  public boolean is(String property) {
    int length = property.length();
    return text.regionMatches(true, 0, property, 0, length)
        && (text.length() == length || text.charAt(length) == ';' || text.charAt(length) == ':');
  }

  public boolean hasColon() {
    return text.indexOf(':') >= 0;
  }

  /** The text after the name: parameters, colon and value. */
  public String afterName() {
    return text.substring(Math.min(name().length(), text.length()));
  }

  /** The value: the text after the first colon outside quotes. Empty if there is no colon. */
  public String value() {
    int colon = colon();
    return colon < 0 ? "" : text.substring(colon + 1);
  }

  /** The value of a parameter, without its quotes. */
  public Optional<String> parameter(String name) {
    int colon = colon();
    return Parameters.value(colon < 0 ? text : text.substring(0, colon), name);
  }

  /** The text, or its beginning if it is long. */
  public String abbreviated() {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }

  private int colon() {
    int colon = Parameters.indexOfUnquoted(text, ':', 0);
    // If a quote never closes, the first colon is the best guess.
    return colon < 0 ? text.indexOf(':') : colon;
  }

  private String after(String prefix) {
    return text.regionMatches(true, 0, prefix, 0, prefix.length())
        ? text.substring(prefix.length()).strip().toUpperCase(Locale.ROOT)
        : "";
  }
}
