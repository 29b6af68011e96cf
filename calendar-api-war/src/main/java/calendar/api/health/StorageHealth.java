package calendar.api.health;

/**
 * What is known of the storage, without asking it. Every call looks here, so it is no bean: going
 * through the container would cost more than the look. Safe for use by any number of threads.
 */
public final class StorageHealth {
  private volatile boolean answers;
  private volatile long lastSignNanos;

  /** Whether the storage answered when it was last asked, and has not gone silent since. */
  public boolean answers() {
    return answers;
  }

  /** Notes that the storage has answered a call. */
  public void sawAnswer() {
    lastSignNanos = System.nanoTime();
  }

  void answers(boolean nowAnswers) {
    answers = nowAnswers;
  }

  /** How long ago the last sign was, in nanoseconds. */
  long silenceNanos() {
    return System.nanoTime() - lastSignNanos;
  }
}
