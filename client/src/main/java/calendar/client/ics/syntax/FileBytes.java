package calendar.client.ics.syntax;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/**
 * The bytes of a file without the byte order mark, in UTF-8 or an unknown charset that extends
 * ASCII.
 *
 * @param octets the content; in UTF-8 if the charset is known
 * @param charset the original charset, if known from the byte order mark or from the user
 */
public record FileBytes(byte[] octets, Optional<Charset> charset) {

  /**
   * @throws NotICalendarException if the file is not valid in the given charset
   */
  public static FileBytes of(byte[] file, Optional<Charset> said) throws NotICalendarException {
    if (said.isPresent()) {
      return recoded(file, 0, said.get());
    }
    if (startsWith(file, 0xef, 0xbb, 0xbf)) {
      return new FileBytes(Arrays.copyOfRange(file, 3, file.length), Optional.empty());
    }
    if (startsWith(file, 0xff, 0xfe)) {
      return recoded(file, 2, UTF_16LE);
    }
    if (startsWith(file, 0xfe, 0xff)) {
      return recoded(file, 2, UTF_16BE);
    }
    return new FileBytes(file, Optional.empty());
  }

  private static FileBytes recoded(byte[] file, int from, Charset charset)
      throws NotICalendarException {
    try {
      String text =
          charset.newDecoder().decode(ByteBuffer.wrap(file, from, file.length - from)).toString();
      String unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
      return new FileBytes(unmarked.getBytes(UTF_8), Optional.of(charset));
    } catch (CharacterCodingException other) {
      throw NotICalendarException.notIn(charset);
    }
  }

  private static boolean startsWith(byte[] file, int... mark) {
    if (file.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((file[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
