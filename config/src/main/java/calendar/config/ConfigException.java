package calendar.config;

/**
 * The configuration cannot be used. The message is one line: where, which key, what was expected,
 * what was found instead (but never the value of a secret).
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }
}
