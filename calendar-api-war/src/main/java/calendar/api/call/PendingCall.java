package calendar.api.call;

import static java.util.logging.Level.SEVERE;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;

/**
 * A call without an answer yet. It ends once: with a result, with a failure, or because the client
 * cancelled. Everything after that has no effect. A call that ends without the result of its work
 * cancels the work. Safe for use by several threads.
 *
 * @param <R> the result of the call's work
 */
final class PendingCall<R> {
  private static final Logger LOG = Logger.getLogger(PendingCall.class.getName());
  private static final Future<?> NOT_STARTED = CompletableFuture.completedFuture(null);

  private final CallReply<R> reply;
  private final Set<PendingCall<?>> pending;

  /**
   * The work to cancel if the call ends early; null once the call has ended. Cleared because the
   * work holds the result, and an entrance may keep this object until the client has read the
   * answer.
   */
  private final AtomicReference<Future<?>> work = new AtomicReference<>(NOT_STARTED);

  /**
   * @param pending contains the call until it ends
   */
  PendingCall(CallReply<R> reply, Set<PendingCall<?>> pending) {
    this.reply = reply;
    this.pending = pending;
    pending.add(this);
    reply.onCancel(this::cancel);
  }

  boolean isOver() {
    return work.get() == null || reply.isCancelled();
  }

  /** Sets the work to cancel if the call ends early. Cancels it now if the call has ended. */
  void dependsOn(Future<?> started) {
    if (!work.compareAndSet(NOT_STARTED, started)) {
      started.cancel(false);
    }
  }

  /** Ends the call with a result. */
  void succeed(R result) {
    if (end() != null) {
      write(() -> reply.succeed(result));
    }
  }

  /** Ends the call with a failure. */
  void fail(Throwable failure) {
    Future<?> unneeded = end();
    if (unneeded != null) {
      unneeded.cancel(false);
      write(() -> reply.fail(failure));
    }
  }

  private void cancel() {
    Future<?> unneeded = end();
    if (unneeded != null) {
      unneeded.cancel(false);
    }
  }

  /** Returns the work of the call; null if the call had ended before. */
  private Future<?> end() {
    pending.remove(this);
    return work.getAndSet(null);
  }

  private void write(Runnable answer) {
    try {
      answer.run();
    } catch (RuntimeException | Error bug) {
      writeBug(bug);
    }
  }

  private void writeBug(Throwable bug) {
    try {
      reply.fail(bug);
    } catch (RuntimeException | Error again) {
      LOG.log(SEVERE, "Could not answer a call; its client may wait until its deadline", bug);
    }
  }
}
