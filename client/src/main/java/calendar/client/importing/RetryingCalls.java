package calendar.client.importing;

import calendar.client.CalendarCallException;
import calendar.client.RetryPolicy;
import calendar.client.RetryableException;
import calendar.client.UnreachableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Makes calls, again and again while the calendar is overloaded or away, until it gives up for all.
 * Safe for use by many threads.
 */
final class RetryingCalls {
  private final RetryPolicy retries;
  private final AtomicReference<RetryableException> gaveUp = new AtomicReference<>();
  private volatile boolean answered;

  RetryingCalls(RetryPolicy retries) {
    this.retries = retries;
  }

  /**
   * How a call ended.
   *
   * @param answer null if it was refused
   * @param refusal null if it was answered
   * @param inDoubt whether an earlier attempt may have taken effect although its answer never came
   */
  record Result<T>(T answer, Throwable refusal, boolean inDoubt) {}

  /** The failure after which nothing more is tried, if there was one. */
  Optional<RetryableException> gaveUp() {
    return Optional.ofNullable(gaveUp.get());
  }

  /**
   * Makes a call.
   *
   * @param call makes one attempt
   * @return fails with a {@link RetryableException} once this has given up, and never otherwise
   */
  <T> CompletableFuture<Result<T>> call(Supplier<CompletableFuture<T>> call) {
    return attempt(call, 1, false);
  }

  private <T> CompletableFuture<Result<T>> attempt(
      Supplier<CompletableFuture<T>> call, int number, boolean inDoubt) {
    return call.get()
        .handle((answer, failure) -> new Result<>(answer, cause(failure), inDoubt))
        .thenCompose(result -> settled(call, number, result));
  }

  private <T> CompletableFuture<Result<T>> settled(
      Supplier<CompletableFuture<T>> call, int number, Result<T> result) {
    noteAnswer(result.refusal());
    if (!(result.refusal() instanceof RetryableException passing)) {
      return CompletableFuture.completedFuture(result);
    }
    Optional<Duration> pause = isWorthWaiting() ? retries.pause(number, passing) : Optional.empty();
    if (pause.isEmpty()) {
      gaveUp.compareAndSet(null, passing);
      return CompletableFuture.failedFuture(passing);
    }
    boolean nowInDoubt = result.inDoubt() || passing instanceof UnreachableException;
    return CompletableFuture.supplyAsync(
            () -> attempt(call, number + 1, nowInDoubt),
            CompletableFuture.delayedExecutor(pause.get().toMillis(), TimeUnit.MILLISECONDS))
        .thenCompose(next -> next);
  }

  private void noteAnswer(Throwable failure) {
    if (failure == null
        || failure instanceof CalendarCallException refusal && refusal.reason().isPresent()) {
      answered = true;
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }

  /** A calendar that has not answered a single call is more likely not there than restarting. */
  private boolean isWorthWaiting() {
    return answered && gaveUp.get() == null;
  }
}
