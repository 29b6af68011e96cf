package calendar.api.call;

/**
 * Writes the answer of one call. Each entrance has its own implementation. The pipeline calls
 * {@link #succeed} or {@link #fail} at most once, on any thread; {@code fail} may follow a {@code
 * succeed} that threw. Neither may block.
 *
 * @param <R> the result of the call's work
 */
public interface CallReply<R> {

  /** The id of what the call created, for the audit; empty if it created nothing. */
  default String newId(R result) {
    return "";
  }

  /** Writes the result. May throw; the pipeline then calls {@link #fail}. */
  void succeed(R result);

  /**
   * Writes a failure.
   *
   * @param failure for {@link calendar.api.call.error.Failures}
   */
  void fail(Throwable failure);

  /**
   * Sets what to run when the client cancels or the deadline passes. The pipeline calls it once, on
   * the thread that brought the call.
   */
  void onCancel(Runnable handler);

  /** Returns true if the client has cancelled or the deadline has passed. */
  boolean isCancelled();
}
