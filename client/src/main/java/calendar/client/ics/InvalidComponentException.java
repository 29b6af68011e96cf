package calendar.client.ics;

import calendar.client.ics.syntax.ContentLine;

/** A component cannot be imported. The message gives the reason. */
final class InvalidComponentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  /** Quotes the line that causes the error. */
  InvalidComponentException(ContentLine line, String reason) {
    this(line.number(), reason + ": " + line.abbreviated());
  }

  InvalidComponentException(int line, String reason) {
    super(reason);
    this.line = line;
  }

  /** The line number in the file. */
  int line() {
    return line;
  }
}
