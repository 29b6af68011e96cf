package calendar.reminder.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * Decodes the form {@code {xor}} of Liberty's {@code securityUtility encode}: each byte changed by
 * a fixed key, in Base64. The launcher writes values in this form, so that no {@code ${name}} in
 * them is replaced. It is an encoding, not a protection.
 */
final class EncodedText {
  private static final String XOR = "{xor}";
  private static final byte XOR_KEY = 0x5f;

  private EncodedText() {}

  /**
   * The text that was encoded; a text in any other form stays as it is.
   *
   * @throws IllegalArgumentException if {@code {xor}} is followed by something that is not Base64
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
