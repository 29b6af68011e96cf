package calendar.client.ics;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The lines of an iCalendar file, unfolded, blank ones left out. Not thread-safe. */
final class ContentLines implements Closeable {
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  // RFC 5545, 3.1: a fold may split a character of several octets. So lines are joined as octets,
  // one char each, and decoded then.
  private final BufferedReader octets;
  private int number;
  private String ahead;

  ContentLines(InputStream utf8) throws IOException {
    octets = new BufferedReader(new InputStreamReader(utf8, StandardCharsets.ISO_8859_1));
    ahead = octets.readLine();
    number = 1;
    if (ahead != null && ahead.startsWith(BYTE_ORDER_MARK)) {
      ahead = ahead.substring(BYTE_ORDER_MARK.length());
    }
  }

  /** The next line, or null at the end of the file. */
  ContentLine next() throws IOException {
    while (ahead != null && ahead.isBlank()) {
      readAhead();
    }
    if (ahead == null) {
      return null;
    }
    int first = number;
    StringBuilder line = new StringBuilder(ahead);
    readAhead();
    while (ahead != null && (ahead.startsWith(" ") || ahead.startsWith("\t"))) {
      line.append(ahead, 1, ahead.length());
      readAhead();
    }
    byte[] joined = line.toString().getBytes(StandardCharsets.ISO_8859_1);
    return new ContentLine(first, new String(joined, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    octets.close();
  }

  private void readAhead() throws IOException {
    ahead = octets.readLine();
    number++;
  }
}
