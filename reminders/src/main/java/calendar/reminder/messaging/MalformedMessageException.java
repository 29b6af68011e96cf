package calendar.reminder.messaging;

/** A message from the queue is not a reminder. No attempt to deliver it can succeed. */
public final class MalformedMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message the defect, in one line
   */
  public MalformedMessageException(String message) {
    super(message);
  }
}
