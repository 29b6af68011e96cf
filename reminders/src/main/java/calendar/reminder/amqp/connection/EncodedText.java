package calendar.reminder.amqp.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * Decodes the {@code {xor}} form of Liberty's {@code securityUtility encode}: each byte XOR a fixed
 * key, in Base64. The launcher writes values in this form, so that Liberty does not replace {@code
 * ${name}} in them. The form is an encoding and protects nothing.
 */
final class EncodedText {
  private static final String XOR = "{xor}";
  private static final byte XOR_KEY = 0x5f;

  private EncodedText() {}

  /**
   * Decodes a text. Returns a text in any other form unchanged.
   *
   * @throws IllegalArgumentException if the part after {@code {xor}} is not Base64
   */
  static String decode(String text) {
    if (!text.startsWith(XOR)) {
      return text;
    }
    byte[] bytes = Base64.getDecoder().decode(text.substring(XOR.length()));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= XOR_KEY;
    }
    return new String(bytes, UTF_8);
  }
}
