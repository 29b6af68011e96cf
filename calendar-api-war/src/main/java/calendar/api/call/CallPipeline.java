package calendar.api.call;

import calendar.error.OverloadedException;
import calendar.error.StorageUnavailableException;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import java.util.Set;
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
public final class CallPipeline {
  private final Executor executor;
  private final StorageState storage;
  private final Set<PendingCall<?>> waiting = ConcurrentHashMap.newKeySet();

  /** What is known of the storage. */
  public interface StorageState {
    /** While it says no, calls are refused without asking the storage. */
    boolean answers();

    /** Told whenever the storage has answered a call. */
    void sawAnswer();
  }

  /**
   * @param executor throws RejectedExecutionException when it is full
   */
  public CallPipeline(Executor executor, StorageState storage) {
    this.executor = executor;
    this.storage = storage;
  }

  /**
   * Tells the callers that wait that the storage is gone. What they asked for may still be done
   * when it comes back: a request id makes it safe to repeat.
   */
  public void refusePending() {
    waiting.forEach(call -> call.refuse(gone()));
  }

  /** Answers a call with what the work returns or throws. It may block. */
  public <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
    PendingCall<T> call = new PendingCall<>(observer, waiting, () -> {});
    try {
      executor.execute(Context.current().wrap(() -> run(call, work)));
    } catch (RejectedExecutionException full) {
      call.refuse(new OverloadedException());
    }
  }

  /**
   * Answers a call once what the work returns is complete. The work runs on this very thread, so it
   * must not block. What it returns is cancelled when nobody waits for it any more.
   *
   * @param message makes the answer of what comes of the work
   */
  public <R, T> void answerLater(
      StreamObserver<T> observer, Supplier<CompletableFuture<R>> work, Function<R, T> message) {
    try {
      requireStorage();
      CompletableFuture<R> result = work.get();
      PendingCall<T> call = new PendingCall<>(observer, waiting, () -> result.cancel(false));
      // A whenComplete would make an exception more of each failure.
      result.handle(
          (value, failure) -> {
            settle(call, value, failure, message);
            return null;
          });
      // Gone meanwhile: whoever told those that wait may have looked before the call was there.
      if (!storage.answers()) {
        call.refuse(gone());
      }
    } catch (RuntimeException | Error refusal) {
      observer.onError(refusal);
    }
  }

  private <T> void run(PendingCall<T> call, Supplier<T> work) {
    if (call.isOver() || Context.current().isCancelled()) {
      return;
    }
    try {
      requireStorage();
      settle(call, work.get(), null, value -> value);
    } catch (RuntimeException | Error failure) {
      call.refuse(failure);
    }
  }

  private <R, T> void settle(
      PendingCall<T> call, R value, Throwable failure, Function<R, T> message) {
    if (failure != null) {
      call.refuse(cause(failure));
      return;
    }
    storage.sawAnswer();
    try {
      call.answer(message.apply(value));
    } catch (RuntimeException | Error bug) {
      call.refuse(bug);
    }
  }

  private void requireStorage() {
    if (!storage.answers()) {
      throw gone();
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
