package calendar.client.ics.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/** The text encoding of vCalendar 1.0, the predecessor of iCalendar (RFC 2045, 6.7). */
public final class QuotedPrintable {
  private static final String PARAMETER = "QUOTED-PRINTABLE";
  private static final int HEXADECIMAL = 16;

  private QuotedPrintable() {}

  /** Returns true if the line has this encoding and continues on the next line. */
  static boolean isCutOff(StringBuilder line) {
    return line.length() > 0
        && line.charAt(line.length() - 1) == '='
        && line.indexOf(":") > 0
        && line.substring(0, line.indexOf(":")).toUpperCase(Locale.ROOT).contains(PARAMETER);
  }

  public static boolean isUsedBy(ContentLine line) {
    return line.parameter("ENCODING").filter(PARAMETER::equalsIgnoreCase).isPresent();
  }

  /** Decodes the value of a line. Leaves invalid sequences unchanged. */
  public static String decode(ContentLine line, LineDecoder decoder) {
    String text = line.value();
    StringBuilder octets = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int octet = text.charAt(i) == '=' ? octet(text, i + 1) : -1;
      if (octet < 0) {
        octets.append(text.charAt(i));
      } else {
        octets.append((char) octet);
        i += 2;
      }
    }
    String decoded = octets.toString();
    return ISO_8859_1.newEncoder().canEncode(decoded)
        ? decoder.decode(decoded, LineDecoder.charsetOf(line))
        : decoded;
  }

  private static int octet(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), HEXADECIMAL);
    int low = Character.digit(text.charAt(at + 1), HEXADECIMAL);
    return high < 0 || low < 0 ? -1 : high * HEXADECIMAL + low;
  }
}
