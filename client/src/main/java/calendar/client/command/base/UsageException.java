package calendar.client.command.base;

/** Wrong usage of the program. The message is one line: the option, and the expected value. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
