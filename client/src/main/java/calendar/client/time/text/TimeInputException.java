package calendar.client.time.text;

/**
 * A text is not a valid time, date, duration or repetition. The message is one line with the reason
 * and a fix.
 */
public final class TimeInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TimeInputException(String message) {
    super(message);
  }
}
