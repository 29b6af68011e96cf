package calendar.api.call;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A reply that writes a line of the audit first. If the line cannot be written and must be, the
 * caller gets that failure instead of the answer.
 *
 * @param <R> the result of the call's work
 */
final class AuditedReply<R> implements CallReply<R> {
  private final CallReply<R> reply;
  private final Call call;
  private final CallAudit audit;
  private final AtomicBoolean written = new AtomicBoolean();

  AuditedReply(CallReply<R> reply, Call call, CallAudit audit) {
    this.reply = reply;
    this.call = call;
    this.audit = audit;
  }

  @Override
  public void succeed(R result) {
    if (written.compareAndSet(false, true)) {
      audit.succeeded(call, reply.newId(result));
    }
    reply.succeed(result);
  }

  @Override
  public void fail(Throwable failure) {
    if (written.compareAndSet(false, true)) {
      audit.failed(call, failure);
    }
    reply.fail(failure);
  }

  @Override
  public void onCancel(Runnable handler) {
    reply.onCancel(
        () -> {
          handler.run();
          if (written.compareAndSet(false, true)) {
            audit.cancelled(call);
          }
        });
  }

  @Override
  public boolean isCancelled() {
    return reply.isCancelled();
  }

  @Override
  public String newId(R result) {
    return reply.newId(result);
  }
}
