package calendar.client.importing;

import calendar.client.RetryPolicy;
import calendar.client.error.CalendarCallException;
import calendar.client.error.RetryableException;
import calendar.client.error.UnreachableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Makes calls and retries them while the calendar is overloaded or unreachable. After the last
 * retry of one call, gives up on all calls. Thread-safe.
 */
final class RetryingCalls {
  private final RetryPolicy retries;
  private final AtomicReference<RetryableException> gaveUp = new AtomicReference<>();
  private volatile boolean answered;

  RetryingCalls(RetryPolicy retries) {
    this.retries = retries;
  }

  /**
   * The result of a call.
   *
   * @param answer null if the call failed
   * @param error null if the call succeeded
   * @param inDoubt true if an earlier attempt without an answer may have taken effect
   */
  record Result<T>(T answer, Throwable error, boolean inDoubt) {}

  /** The failure that stopped all calls, if any. */
  Optional<RetryableException> gaveUp() {
    return Optional.ofNullable(gaveUp.get());
  }

  /**
   * Makes a call.
   *
   * @param call makes one attempt
   * @return fails only with a {@link RetryableException}, after the last retry
   */
  <T> CompletableFuture<Result<T>> call(Supplier<CompletableFuture<T>> call) {
    return attempt(call, 1, false);
  }

  private <T> CompletableFuture<Result<T>> attempt(
      Supplier<CompletableFuture<T>> call, int number, boolean inDoubt) {
    return call.get()
        .handle((answer, failure) -> new Result<>(answer, cause(failure), inDoubt))
        .thenCompose(result -> retryIfWorthIt(call, number, result));
  }

  private <T> CompletableFuture<Result<T>> retryIfWorthIt(
      Supplier<CompletableFuture<T>> call, int number, Result<T> result) {
    noteAnswer(result.error());
    if (!(result.error() instanceof RetryableException retryable)) {
      return CompletableFuture.completedFuture(result);
    }
    Optional<Duration> pause =
        isWorthWaiting() ? retries.pause(number, retryable) : Optional.empty();
    if (pause.isEmpty()) {
      gaveUp.compareAndSet(null, retryable);
      return CompletableFuture.failedFuture(retryable);
    }
    boolean nowInDoubt = result.inDoubt() || retryable instanceof UnreachableException;
    return CompletableFuture.supplyAsync(
            () -> attempt(call, number + 1, nowInDoubt),
            CompletableFuture.delayedExecutor(pause.get().toMillis(), TimeUnit.MILLISECONDS))
        .thenCompose(next -> next);
  }

  private void noteAnswer(Throwable failure) {
    if (failure == null
        || failure instanceof CalendarCallException call && call.reason().isPresent()) {
      answered = true;
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }

  /** A calendar that never answered is probably not running. Retries help only during a restart. */
  private boolean isWorthWaiting() {
    return answered && gaveUp.get() == null;
  }
}
