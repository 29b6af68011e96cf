package calendar.local.postgres;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random passwords. */
final class Passwords {
  private static final int BYTES = 16;

  private Passwords() {}

  /** 128 random bits in hexadecimal digits, which need no escaping in any file format or shell. */
  static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
