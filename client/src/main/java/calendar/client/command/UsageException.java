package calendar.client.command;

/** Wrong usage of the program. The message is one line: the option, and the expected value. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
