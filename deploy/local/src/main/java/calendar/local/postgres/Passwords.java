package calendar.local.postgres;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that nobody has to remember. */
final class Passwords {
  private static final int BYTES = 16;

  private Passwords() {}

  /** 128 random bits in hexadecimal digits, which no file format or shell takes amiss. */
  static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
