package calendar.api.grpc;

import calendar.error.OverloadedException;
import calendar.error.StorageUnavailableException;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Does the work of calls on a bounded executor, away from the threads that read the network. What
 * it cannot take is refused at once, and a call that nobody waits for any more (its deadline has
 * passed, or the client went away) does no work.
 */
final class RequestExecutor {
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
    try {
      executor.execute(context.wrap(() -> run(context, observer, work)));
    } catch (RejectedExecutionException full) {
      observer.onError(new OverloadedException(full));
    }
  }

  private <T> void run(
      Context context, StreamObserver<T> observer, Supplier<CompletionStage<T>> work) {
    if (context.isCancelled()) {
      return;
    }
    try {
      if (!storageAnswers.getAsBoolean()) {
        throw new StorageUnavailableException("the storage does not answer");
      }
      work.get().whenComplete((answer, failure) -> complete(observer, answer, failure));
    } catch (RuntimeException failure) {
      observer.onError(failure);
    }
  }

  private static <T> void complete(StreamObserver<T> observer, T answer, Throwable failure) {
    if (failure == null) {
      observer.onNext(answer);
      observer.onCompleted();
    } else {
      boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
      observer.onError(wrapped ? failure.getCause() : failure);
    }
  }
}
