package calendar.tls;

import calendar.config.Key;
import java.util.stream.Stream;

/** {@code database.tls} in the words of PostgreSQL's driver. */
public final class DatabaseTls {
  /** The value of {@code database.tls} for a connection whose server is verified. */
  public static final String VERIFY_FULL = "verify-full";

  /** The keys to check if TLS to the database fails. */
  public static final String KEYS =
      "%s, %s".formatted(Key.DATABASE_TLS.path(), Key.DATABASE_CA.path());

  private DatabaseTls() {}

  /**
   * The driver's {@code sslmode}. Without TLS in the configuration, it encrypts if the server
   * offers that, and verifies nothing.
   */
  public static String sslMode(String tls) {
    return tls.equals(VERIFY_FULL) ? VERIFY_FULL : "prefer";
  }

  /**
   * Whether a connection could not be opened because of TLS. Only the driver's own words tell: the
   * SQLState is the same as without an answer, and not every refusal has a cause.
   */
  public static boolean isTlsFailure(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .map(cause -> String.valueOf(cause.getMessage()))
        .anyMatch(
            words ->
                words.startsWith("SSL error")
                    || words.contains("does not support SSL")
                    || words.contains("SSL root certificate")
                    || words.contains("hostnameverifier"));
  }
}
