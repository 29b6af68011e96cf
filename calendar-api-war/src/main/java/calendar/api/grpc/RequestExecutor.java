package calendar.api.grpc;

import calendar.error.OverloadedException;
import calendar.error.StorageUnavailableException;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does the work of calls: what blocks on a bounded executor, away from the threads that read the
 * network. What it cannot take is refused at once, and a call that nobody waits for any more (its
 * deadline has passed, or the client went away) does no work.
 */
final class RequestExecutor {
  private final Executor executor;
  private final StorageState storage;
  private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();

  /** What is known of the storage. */
  interface StorageState {
    /** While it says no, calls are refused without asking the storage. */
    boolean answers();

    /** Told whenever the storage has answered a call. */
    void sawAnswer();
  }

  /**
   * @param executor throws RejectedExecutionException when it is full
   */
  RequestExecutor(Executor executor, StorageState storage) {
    this.executor = executor;
    this.storage = storage;
  }

  /**
   * Tells the callers that wait that the storage is gone. What they asked for may still be done
   * when it comes back: a request id makes it safe to repeat.
   */
  void refusePending() {
    pending.forEach(answer -> answer.completeExceptionally(gone()));
  }

  /** Answers a call with what the work returns or throws. It may block. */
  <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
    Context context = Context.current();
    CompletableFuture<T> answer = begin(observer, () -> {});
    try {
      executor.execute(context.wrap(() -> run(context, answer, work)));
    } catch (RejectedExecutionException full) {
      answer.completeExceptionally(new OverloadedException());
    }
  }

  /**
   * Answers a call once what the work returns is complete. The work runs on this very thread, so it
   * must not block. What it returns is cancelled when nobody waits for it any more.
   *
   * @param message makes the answer of what comes of the work
   */
  <R, T> void answerLater(
      StreamObserver<T> observer, Supplier<CompletableFuture<R>> work, Function<R, T> message) {
    try {
      requireStorage();
      CompletableFuture<R> result = work.get();
      CompletableFuture<T> answer = begin(observer, () -> result.cancel(false));
      answer.whenComplete((value, failure) -> result.cancel(false));
      result.thenApply(message).whenComplete((value, failure) -> settle(answer, value, failure));
    } catch (RuntimeException refusal) {
      tell(observer, null, refusal);
    }
  }

  private <T> CompletableFuture<T> begin(StreamObserver<T> observer, Runnable onCancel) {
    // With a handler of its own, answering a cancelled call does nothing instead of throwing.
    ((ServerCallStreamObserver<T>) observer).setOnCancelHandler(onCancel);
    CompletableFuture<T> answer = new CompletableFuture<>();
    pending.add(answer);
    answer.whenComplete(
        (value, failure) -> {
          pending.remove(answer);
          tell(observer, value, failure);
        });
    return answer;
  }

  private <T> void run(Context context, CompletableFuture<T> answer, Supplier<T> work) {
    if (context.isCancelled() || answer.isDone()) {
      answer.cancel(false);
      return;
    }
    try {
      requireStorage();
      settle(answer, work.get(), null);
    } catch (RuntimeException failure) {
      settle(answer, null, failure);
    }
  }

  private void requireStorage() {
    if (!storage.answers()) {
      throw gone();
    }
  }

  private <T> void settle(CompletableFuture<T> answer, T value, Throwable failure) {
    if (failure == null) {
      storage.sawAnswer();
      answer.complete(value);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  private static <T> void tell(StreamObserver<T> observer, T value, Throwable failure) {
    if (failure == null) {
      observer.onNext(value);
      observer.onCompleted();
    } else if (!(cause(failure) instanceof CancellationException)) {
      observer.onError(cause(failure));
    }
  }

  private static StorageUnavailableException gone() {
    return new StorageUnavailableException("the storage does not answer");
  }

  private static Throwable cause(Throwable failure) {
    boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
    return wrapped ? failure.getCause() : failure;
  }
}
