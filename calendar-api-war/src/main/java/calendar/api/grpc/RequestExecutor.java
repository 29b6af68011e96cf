package calendar.api.grpc;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import calendar.error.OverloadedException;
import calendar.error.StorageUnavailableException;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Does the work of calls on a bounded executor, away from the threads that read the network. What
 * it cannot take is refused at once, and a call that nobody waits for any more (its deadline has
 * passed, or the client went away) does no work. What the storage has not answered in two seconds
 * is told as unavailable, though it may still be done: a request id makes it safe to repeat.
 */
final class RequestExecutor {
  /** Callers are told within two seconds that the storage is gone, even if it is only frozen. */
  private static final Duration PATIENCE = Duration.ofMillis(1_900);

  private final Executor executor;
  private final BooleanSupplier storageAnswers;

  /**
   * @param executor throws RejectedExecutionException when it is full
   * @param storageAnswers while it says no, calls are refused without asking the storage
   */
  RequestExecutor(Executor executor, BooleanSupplier storageAnswers) {
    this.executor = executor;
    this.storageAnswers = storageAnswers;
  }

  /** Answers a call with what the work returns or throws. */
  <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
    answerLater(observer, () -> CompletableFuture.completedStage(work.get()));
  }

  /** Answers a call once the stage that the work returns is complete. */
  <T> void answerLater(StreamObserver<T> observer, Supplier<CompletionStage<T>> work) {
    // With a handler of its own, answering a cancelled call does nothing instead of throwing.
    ((ServerCallStreamObserver<T>) observer).setOnCancelHandler(() -> {});
    Context context = Context.current();
    CompletableFuture<T> answer = new CompletableFuture<>();
    answer
        .orTimeout(PATIENCE.toMillis(), MILLISECONDS)
        .whenComplete((value, failure) -> tell(observer, value, failure));
    try {
      executor.execute(context.wrap(() -> run(context, answer, work)));
    } catch (RejectedExecutionException full) {
      answer.completeExceptionally(new OverloadedException(full));
    }
  }

  private <T> void run(
      Context context, CompletableFuture<T> answer, Supplier<CompletionStage<T>> work) {
    if (context.isCancelled() || answer.isDone()) {
      answer.cancel(false);
      return;
    }
    try {
      if (!storageAnswers.getAsBoolean()) {
        throw new StorageUnavailableException("the storage does not answer");
      }
      work.get()
          .whenComplete(
              (value, failure) -> {
                if (failure == null) {
                  answer.complete(value);
                } else {
                  answer.completeExceptionally(failure);
                }
              });
    } catch (RuntimeException failure) {
      answer.completeExceptionally(failure);
    }
  }

  private static <T> void tell(StreamObserver<T> observer, T value, Throwable failure) {
    if (failure == null) {
      observer.onNext(value);
      observer.onCompleted();
    } else if (!(failure instanceof CancellationException)) {
      observer.onError(cause(failure));
    }
  }

  private static Throwable cause(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return new StorageUnavailableException("the storage did not answer in time");
    }
    boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
    return wrapped ? failure.getCause() : failure;
  }
}
