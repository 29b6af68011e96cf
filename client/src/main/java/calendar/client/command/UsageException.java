package calendar.client.command;

/** The program was called wrongly. The message is one line: what, and what was expected. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
