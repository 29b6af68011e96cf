package calendar.client.ics.syntax;

/** Text values of properties (RFC 5545, 3.3.11). */
public final class TextValue {
  private TextValue() {}

  /** Resolves the escapes of a value. Removes NUL characters, which PostgreSQL cannot store. */
  public static String unescaped(String value) {
    if (value.indexOf('\\') < 0 && value.indexOf('\0') < 0 && value.indexOf('\r') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char here = value.charAt(i);
      if (here == '\\' && i + 1 < value.length()) {
        i++;
        appendEscaped(text, value.charAt(i));
      } else if (here != '\0') {
        text.append(here);
      }
    }
    return text.toString().replace("\r\n", "\n").replace('\r', '\n');
  }

  private static void appendEscaped(StringBuilder text, char escaped) {
    switch (escaped) {
      case 'n', 'N' -> text.append('\n');
      case ',', ';', '\\', '"', ':' -> text.append(escaped);
      default -> text.append('\\').append(escaped);
    }
  }

  /**
   * Cuts the text to a number of characters (Unicode code points). Cut text ends with an ellipsis.
   */
  public static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
