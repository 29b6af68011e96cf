package calendar.reminder;

/**
 * A message as it came from the queue, not yet understood. Each is itself alone, whatever it says.
 */
public final class QueuedMessage {
  private final byte[] body;

  public QueuedMessage(byte[] body) {
    this.body = body;
  }

  /** What it says; not a copy. */
  public byte[] body() {
    return body;
  }
}
