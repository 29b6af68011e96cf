package calendar.batching;

import java.util.concurrent.CompletableFuture;

/**
 * What somebody waits for, and what is done together with others of its kind.
 *
 * @param <A> the answer
 */
public interface Pending<A> {
  /** Completed once; its caller may cancel it, and then nothing need be done any more. */
  CompletableFuture<A> answer();

  /** How much of a batch it takes up. */
  default int size() {
    return 1;
  }

  default boolean isWanted() {
    return !answer().isDone();
  }

  default void refuse(Throwable refusal) {
    answer().completeExceptionally(refusal);
  }
}
