package calendar.api.call;

import calendar.error.OverloadedException;
import calendar.error.StorageUnavailableException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Takes each call from its entrance to its answer; the package lists the steps. A call whose client
 * has cancelled, or whose deadline has passed, does no work. Safe for use by several threads.
 */
public final class CallPipeline {
  private final Admission admission;
  private final Authorization authorization;
  private final CallAudit audit;
  private final StorageState storage;
  private final Executor threads;
  private final Set<PendingCall<?>> pending = ConcurrentHashMap.newKeySet();

  /**
   * @param threads for work that blocks; throws RejectedExecutionException when it is full
   */
  public CallPipeline(
      Admission admission,
      Authorization authorization,
      CallAudit audit,
      StorageState storage,
      Executor threads) {
    this.admission = admission;
    this.authorization = authorization;
    this.audit = audit;
    this.storage = storage;
    this.threads = threads;
  }

  /**
   * Returns false if the entrance must reject the call with {@link OverloadedException}, before it
   * parses the request.
   */
  public boolean admits(CalendarMethod method) {
    return admission.admits(method);
  }

  /**
   * Answers a call with the result of work that does not block. The work starts on this thread,
   * unless authorization needs a look-up.
   *
   * @param work returns the result, which is cancelled if the call ends early
   */
  public <R> void run(Call call, CallReply<R> reply, Supplier<CompletableFuture<R>> work) {
    PendingCall<R> waiting = new PendingCall<>(audit.before(reply, call), pending);
    authorize(call, waiting, () -> start(waiting, work));
  }

  /** Answers a call with the result of work that may block, on one of the threads for that. */
  public <R> void runBlocking(Call call, CallReply<R> reply, Supplier<R> work) {
    PendingCall<R> waiting = new PendingCall<>(audit.before(reply, call), pending);
    authorize(call, waiting, () -> enqueue(waiting, work));
  }

  /**
   * Fails every call that waits for its answer, because the storage has become unavailable. Their
   * work may still be done when the storage is back; clients repeat creates with the same request
   * id.
   */
  public void failPendingCalls() {
    pending.forEach(call -> call.fail(storageUnavailable()));
  }

  /**
   * The call is in the set of pending calls before the storage is checked. So a storage that fails
   * later finds the call there.
   */
  private void authorize(Call call, PendingCall<?> waiting, Runnable next) {
    try {
      if (!storage.isAvailable()) {
        throw storageUnavailable();
      }
      audit.requireWritable(call);
      CompletableFuture<Void> permission = authorization.check(call);
      if (permission.isDone()) {
        permission.join();
        proceed(waiting, next);
      } else {
        permission.handle(
            (permitted, refusal) -> {
              if (refusal == null) {
                proceed(waiting, next);
              } else {
                waiting.fail(cause(refusal));
              }
              return null;
            });
      }
    } catch (RuntimeException | Error refusal) {
      waiting.fail(cause(refusal));
    }
  }

  private static void proceed(PendingCall<?> waiting, Runnable next) {
    if (waiting.isOver()) {
      return;
    }
    try {
      next.run();
    } catch (RuntimeException | Error failure) {
      waiting.fail(failure);
    }
  }

  private <R> void start(PendingCall<R> waiting, Supplier<CompletableFuture<R>> work) {
    CompletableFuture<R> result = work.get();
    waiting.dependsOn(result);
    // Not whenComplete, which would create another exception for each failure.
    result.handle(
        (value, failure) -> {
          if (failure == null) {
            succeed(waiting, value);
          } else {
            waiting.fail(cause(failure));
          }
          return null;
        });
  }

  private <R> void enqueue(PendingCall<R> waiting, Supplier<R> work) {
    try {
      threads.execute(() -> proceed(waiting, () -> succeed(waiting, work.get())));
    } catch (RejectedExecutionException full) {
      waiting.fail(new OverloadedException());
    }
  }

  private <R> void succeed(PendingCall<R> waiting, R result) {
    storage.recordAnswer();
    waiting.succeed(result);
  }

  private static StorageUnavailableException storageUnavailable() {
    return new StorageUnavailableException("the storage does not answer; try again");
  }

  private static Throwable cause(Throwable failure) {
    boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
    return wrapped ? failure.getCause() : failure;
  }
}
