package calendar.launcher.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.config.ConfigException;
import calendar.config.Key;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Writes a literal value in the form that a Liberty variable needs, so that it reaches its driver
 * unchanged. Liberty replaces every {@code ${name}} in a value, as often as it finds one, and has
 * no escape for it. It also decodes passwords that begin with {@code {xor}} or {@code {aes}}.
 *
 * <p>Each key therefore gets a form that its reader decodes and that never holds {@code ${}.
 */
public final class LibertyText {
  private static final String XOR = "{xor}";
  private static final byte XOR_KEY = 0x5f;

  /** Characters that mean nothing to Liberty, MicroProfile Config or a URL. */
  private static final String PLAIN = "-._~";

  private static final Pattern HOST = Pattern.compile("[^\\s/?#&@\\\\${}\"'<>]+");

  private LibertyText() {}

  /**
   * The value as the variable of this key must say it.
   *
   * @param source what set the value, for the message
   * @throws ConfigException if no form of the value can reach the server unchanged
   */
  public static String literal(Key key, String value, String source) {
    return switch (key) {
      case DATABASE_PASSWORD -> databasePassword(value);
      case RABBITMQ_PASSWORD -> xor(value);
      case RABBITMQ_USER, RABBITMQ_VHOST -> isPlain(value) ? value : xor(value);
      case DATABASE_NAME, DATABASE_USER -> percentEncoded(value);
      case DATABASE_HOST, RABBITMQ_HOST -> host(key, value, source);
      case LOG_FILE -> withoutReferences(key, "a path", value, source);
      case AUTH_ISSUER,
          AUTH_AUDIENCE,
          AUTH_JWKS_URI,
          AUTH_SUBJECT_CLAIM,
          AUTH_GROUPS_CLAIM,
          AUTH_ADMIN_SCOPE ->
          withoutReferences(key, "a text", value, source);
      default -> key.file() ? withoutReferences(key, "a path", value, source) : value;
    };
  }

  /** Whether Liberty hands a value of its XML or of a system property to the driver as it is. */
  public static boolean isLiteral(Key key, String value) {
    return switch (key) {
      case DATABASE_NAME, DATABASE_USER -> isPlain(value);
      default -> !value.contains("${") && !value.startsWith("{");
    };
  }

  /**
   * Liberty decodes the password of a data source twice: as it reads the data source, and as it
   * hands the password to the driver. A password that looks encoded must survive both.
   */
  private static String databasePassword(String value) {
    return value.startsWith("{") ? xor(xor(value)) : xor(value);
  }

  /**
   * Liberty's own form for passwords: each byte changed by a fixed key, in Base64. It hides nothing
   * from a reader of the file, which only its owner can read.
   */
  private static String xor(String value) {
    byte[] bytes = value.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= XOR_KEY;
    }
    return XOR + Base64.getEncoder().encodeToString(bytes);
  }

  /** For a part of the URL by which the driver learns it (RFC 3986, 2.1). */
  private static String percentEncoded(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : value.getBytes(UTF_8)) {
      char character = (char) (octet & 0xff);
      if (isPlain(character)) {
        encoded.append(character);
      } else {
        encoded.append("%%%02X".formatted((int) character));
      }
    }
    return encoded.toString();
  }

  private static String host(Key key, String value, String source) {
    if (HOST.matcher(value).matches()) {
      return value;
    }
    throw refused(key, "a host name or an address", value, source);
  }

  private static String withoutReferences(Key key, String expected, String value, String source) {
    if (!value.contains("${")) {
      return value;
    }
    throw refused(key, expected + " without \"${\", which Liberty would replace", value, source);
  }

  private static ConfigException refused(Key key, String expected, String value, String source) {
    return new ConfigException(
        "%s: %s: expected %s, found \"%s\"".formatted(source, key.path(), expected, value));
  }

  private static boolean isPlain(String value) {
    return value.chars().allMatch(character -> character == '/' || isPlain((char) character));
  }

  private static boolean isPlain(char character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9'
        || PLAIN.indexOf(character) >= 0;
  }
}
