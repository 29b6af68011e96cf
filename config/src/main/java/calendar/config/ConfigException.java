package calendar.config;

/**
 * The configuration is invalid. The message is one line with the place, the key, the expected value
 * and the found value. It never contains a secret.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }
}
