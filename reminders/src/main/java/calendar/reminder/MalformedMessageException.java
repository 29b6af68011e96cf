package calendar.reminder;

/** A message from the queue is none of ours: no attempt to deliver it can ever succeed. */
public final class MalformedMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong with it, in one line
   */
  public MalformedMessageException(String message) {
    super(message);
  }
}
