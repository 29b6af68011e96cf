package calendar.reminder.messaging;

/**
 * A message from the queue, not parsed yet. Two messages are never equal, even with equal bodies.
 */
public final class QueuedMessage {
  private final byte[] body;

  public QueuedMessage(byte[] body) {
    this.body = body;
  }

  /** Returns the body itself, not a copy. */
  public byte[] body() {
    return body;
  }
}
