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
 * Decodes lines one by one: by their CHARSET parameter, else as UTF-8, else as windows-1252. Since
 * every line decides for itself, one broken line garbles no other. Not thread-safe.
 */
public final class LineDecoder {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final Set<Charset> found = new LinkedHashSet<>();

  /** The charsets of lines that were not in UTF-8, in the order of the file. */
  public Set<Charset> found() {
    return found;
  }

  /**
   * @param octets an unfolded line, one char for each octet
   */
  public String decode(String octets) {
    return decode(octets, charsetParameter(octets));
  }

  /**
   * @param octets one char for each octet
   * @param named the charset that the text says it is in
   */
  public String decode(String octets, Optional<Charset> named) {
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
    // Five octets mean nothing in windows-1252. They stay what they are instead of U+FFFD.
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

  /** The charset that a line says it is in, if there is such a charset. */
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
