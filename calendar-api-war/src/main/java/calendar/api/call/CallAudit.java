package calendar.api.call;

import static java.util.logging.Level.FINE;

import calendar.access.Identity;
import calendar.access.Role;
import calendar.api.call.error.FailureReason;
import calendar.api.call.error.Failures;
import calendar.audit.Audit;
import calendar.audit.AuditEntry;
import calendar.audit.Outcome;
import calendar.error.StorageUnavailableException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;

/**
 * Writes the audit's lines: one for each attempt to change something, and for each call about
 * access. A line is written before the caller gets the answer. Safe for use by several threads.
 */
public final class CallAudit {
  private static final Logger LOG = Logger.getLogger(CallAudit.class.getName());

  private final Audit audit;
  private final Clock clock;

  public CallAudit(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** Notes an attempt that was refused before its request was parsed. */
  public void refused(CalendarMethod method, Caller caller, Throwable refusal) {
    if (audits(method)) {
      ignoringLoss(() -> failed(new Call(method, caller, ""), refusal));
    }
  }

  /**
   * Makes sure that the call's line can be written.
   *
   * @throws calendar.error.StorageUnavailableException if it cannot, and must be
   */
  void requireWritable(Call call) {
    if (audits(call.method())) {
      audit.requireWritable();
    }
  }

  /** The reply with which a line is written before the answer. */
  <R> CallReply<R> before(CallReply<R> reply, Call call) {
    return audits(call.method()) ? new AuditedReply<>(reply, call, this) : reply;
  }

  /**
   * Notes an attempt that took effect.
   *
   * @param newId of what it created; empty if it created nothing
   */
  void succeeded(Call call, String newId) {
    write(call, newId.isEmpty() ? call.target().id() : newId, Outcome.OK, "");
  }

  /** Notes an attempt that was refused, or of which nobody knows whether it took effect. */
  void failed(Call call, Throwable failure) {
    FailureReason reason = Failures.reason(failure);
    boolean inDoubt =
        reason == FailureReason.STORAGE_UNAVAILABLE || reason == FailureReason.INTERNAL;
    write(call, call.target().id(), inDoubt ? Outcome.IN_DOUBT : Outcome.REFUSED, reason.name());
  }

  /** Notes an attempt whose caller did not wait for the answer. */
  void cancelled(Call call) {
    ignoringLoss(() -> write(call, call.target().id(), Outcome.IN_DOUBT, "CANCELLED"));
  }

  /** For lines after which no answer can say that they were lost. The log and a metric do. */
  private static void ignoringLoss(Runnable line) {
    try {
      line.run();
    } catch (StorageUnavailableException unwritable) {
      LOG.log(FINE, "A line of the audit was lost", unwritable);
    }
  }

  private boolean audits(CalendarMethod method) {
    return audit.isOn() && method.role().includes(Role.WRITER);
  }

  private void write(Call call, String id, Outcome outcome, String reason) {
    Map<String, String> details = new HashMap<>();
    details.put("reason", reason);
    details.putAll(call.target().details());
    details.put("peer", String.valueOf(call.caller().peer()));
    audit.write(
        new AuditEntry(
            clock.instant(),
            subject(call.caller()),
            call.method().toString(),
            call.ownerIds().get(0),
            id,
            outcome,
            details));
  }

  private static String subject(Caller caller) {
    CompletableFuture<Optional<Identity>> identity = caller.identity();
    return identity.isDone() && !identity.isCompletedExceptionally()
        ? identity.join().map(Identity::subject).orElse("")
        : "";
  }
}
