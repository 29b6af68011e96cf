package calendar.client.ics;

import calendar.client.ics.syntax.ContentLine;

/** A component that cannot be imported. The message says why, the line where in the file. */
final class InvalidComponentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  /** Broken by one of its lines, which the message quotes. */
  InvalidComponentException(ContentLine line, String reason) {
    this(line.number(), reason + ": " + line.abbreviated());
  }

  InvalidComponentException(int line, String reason) {
    super(reason);
    this.line = line;
  }

  /** Where in the file. */
  int line() {
    return line;
  }
}
