package calendar.api.health;

import calendar.api.call.StorageState;

/**
 * What {@link StorageMonitor} knows about the storage. Every call reads it, so it is not a bean: a
 * call through the container would cost more than the read. Safe for use by several threads.
 */
public final class StorageHealth implements StorageState {
  private volatile boolean available;
  private volatile long lastAnswerNanos;

  /**
   * {@inheritDoc} The storage is available if it answered the last check, and has not been silent
   * for too long since.
   */
  @Override
  public boolean isAvailable() {
    return available;
  }

  @Override
  public void recordAnswer() {
    lastAnswerNanos = System.nanoTime();
  }

  void setAvailable(boolean available) {
    this.available = available;
  }

  /** The time since the last answer, in nanoseconds. */
  long silenceNanos() {
    return System.nanoTime() - lastAnswerNanos;
  }
}
