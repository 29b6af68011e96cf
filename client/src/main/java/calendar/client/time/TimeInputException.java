package calendar.client.time;

/** A text is not a time, a date or a duration. The message is one line: why, and what to write. */
public final class TimeInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TimeInputException(String message) {
    super(message);
  }
}
