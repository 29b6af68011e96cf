package calendar.batching;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * What a caller waits for. Who does not want it any more cancels it, or cancels what was made of
 * it: either way whoever would work for it can see that nobody waits. (Other futures keep it from
 * what they were made of.) Safe for use by any number of threads.
 *
 * @param <T> the answer
 */
public final class CancellableResult<T> extends CompletableFuture<T> {
  private final Optional<Future<?>> madeOf;

  public CancellableResult() {
    this(Optional.empty());
  }

  private CancellableResult(Optional<Future<?>> madeOf) {
    this.madeOf = madeOf;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CancellableResult<>(Optional.of(this));
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (!isDone()) {
      completeExceptionally(new Unwanted());
    }
    madeOf.ifPresent(origin -> origin.cancel(mayInterruptIfRunning));
    return isCancelled();
  }

  /** No error of anybody's, so nobody looks where it came from, which takes long to find out. */
  private static final class Unwanted extends CancellationException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
