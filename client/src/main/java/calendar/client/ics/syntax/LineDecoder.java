package calendar.client.ics.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decodes each line by its CHARSET parameter, else as UTF-8, else as windows-1252. A line in
 * another charset does not affect the other lines. Not thread-safe.
 */
public final class LineDecoder {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final Set<Charset> found = new LinkedHashSet<>();

  /** The charsets other than UTF-8 found so far, in the order of the file. */
  public Set<Charset> found() {
    return found;
  }

  /**
   * @param octets an unfolded line, with one char per byte
   */
  String decode(String octets) {
    return decode(octets, charsetParameter(octets));
  }

  /**
   * @param octets the text, with one char per byte
   * @param named the charset that the line names, if any
   */
  String decode(String octets, Optional<Charset> named) {
    byte[] bytes = octets.getBytes(ISO_8859_1);
    if (named.isPresent() && !named.get().equals(UTF_8)) {
      Optional<String> text = strictly(bytes, named.get());
      if (text.isPresent()) {
        found.add(named.get());
        return text.get();
      }
    }
    return strictly(bytes, UTF_8).orElseGet(() -> western(bytes));
  }

  private String western(byte[] bytes) {
    found.add(WINDOWS_1252);
    // windows-1252 does not define five bytes. Keep them as they are instead of U+FFFD.
    return strictly(bytes, WINDOWS_1252).orElseGet(() -> new String(bytes, ISO_8859_1));
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> charsetParameter(String octets) {
    int colon = octets.indexOf(':');
    String parameters = octets.substring(0, Math.max(0, colon)).toUpperCase(Locale.ROOT);
    if (!parameters.contains(";CHARSET=")) {
      return Optional.empty();
    }
    return charsetOf(new ContentLine(0, octets));
  }

  /** The charset that a line names, if it exists. */
  static Optional<Charset> charsetOf(ContentLine line) {
    return line.parameter("CHARSET").flatMap(LineDecoder::charset);
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}
