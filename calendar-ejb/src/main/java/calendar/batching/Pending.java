package calendar.batching;

import java.util.concurrent.CompletableFuture;

/**
 * A request that waits to be processed in a batch.
 *
 * @param <R> the type of its result
 */
public interface Pending<R> {
  /** Completed once. The caller may cancel it; then the request need not be processed. */
  CompletableFuture<R> result();

  /** How much of a batch the request fills. */
  default int size() {
    return 1;
  }

  /** Returns true until the result is completed or cancelled. */
  default boolean isWanted() {
    return !result().isDone();
  }

  /** Completes the result with this failure, unless it is completed already. */
  default void fail(Throwable failure) {
    result().completeExceptionally(failure);
  }
}
