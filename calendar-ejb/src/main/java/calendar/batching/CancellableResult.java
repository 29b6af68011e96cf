package calendar.batching;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * A future that passes a cancellation on to the future that it was derived from. So work for a
 * result stops when a caller cancels what {@code thenApply} and the like made of it; a plain {@link
 * CompletableFuture} does not tell its source. Safe for use by any number of threads.
 *
 * @param <T> the type of the result
 */
public final class CancellableResult<T> extends CompletableFuture<T> {
  private final Optional<Future<?>> source;

  /** A result that is not derived from another. */
  public CancellableResult() {
    this(Optional.empty());
  }

  private CancellableResult(Optional<Future<?>> source) {
    this.source = source;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CancellableResult<>(Optional.of(this));
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (!isDone()) {
      completeExceptionally(new Cancelled());
    }
    source.ifPresent(origin -> origin.cancel(mayInterruptIfRunning));
    return isCancelled();
  }

  /** Has no stack trace: to collect one costs more than the cancellation. */
  private static final class Cancelled extends CancellationException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
