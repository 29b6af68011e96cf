package calendar.client.ics.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Reads the lines of an iCalendar file, unfolded (RFC 5545, 3.1) and without blank lines. A line
 * ends with LF or CRLF. In a file without LF, a line ends with CR. Not thread-safe.
 */
public final class ContentLines {
  private final byte[] octets;
  private final byte lineEnd;
  private final LineDecoder decoder;
  private int position;
  private int number;
  private String ahead;

  public ContentLines(byte[] octets, LineDecoder decoder) {
    this.octets = octets;
    this.decoder = decoder;
    this.lineEnd = (byte) (contains((byte) '\n') ? '\n' : '\r');
    readAhead();
  }

  /** Returns the next line, or null at the end of the file. */
  public ContentLine next() {
    while (ahead != null && ahead.isBlank()) {
      readAhead();
    }
    if (ahead == null) {
      return null;
    }
    int first = number;
    // A fold may split a multi-byte character, so join the line before decoding it.
    StringBuilder line = new StringBuilder(ahead);
    readAhead();
    while (continues(line)) {
      readAhead();
    }
    return new ContentLine(first, decoder.decode(line.toString()));
  }

  private boolean continues(StringBuilder line) {
    if (ahead == null) {
      return false;
    }
    if (QuotedPrintable.isCutOff(line)) {
      line.setLength(line.length() - 1);
      line.append(ahead);
      return true;
    }
    if (ahead.startsWith(" ") || ahead.startsWith("\t")) {
      line.append(ahead, 1, ahead.length());
      return true;
    }
    return false;
  }

  private void readAhead() {
    if (position >= octets.length) {
      ahead = null;
      return;
    }
    int end = position;
    while (end < octets.length && octets[end] != lineEnd) {
      end++;
    }
    int length = end - position;
    while (length > 0 && octets[position + length - 1] == '\r') {
      length--;
    }
    ahead = new String(octets, position, length, ISO_8859_1);
    position = end + 1;
    number++;
  }

  private boolean contains(byte octet) {
    for (byte one : octets) {
      if (one == octet) {
        return true;
      }
    }
    return false;
  }
}
