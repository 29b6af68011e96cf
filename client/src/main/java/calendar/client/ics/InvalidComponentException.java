package calendar.client.ics;

/** A component that cannot be imported. The message says why, the line where in the file. */
final class InvalidComponentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  InvalidComponentException(int line, String reason) {
    super(reason);
    this.line = line;
  }

  /** Where in the file. */
  int line() {
    return line;
  }
}
