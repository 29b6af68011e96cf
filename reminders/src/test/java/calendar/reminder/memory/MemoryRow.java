package calendar.reminder.memory;

import calendar.reminder.DeliveryOutcome;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderState;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The row of a reminder. Rejects transitions that are not in the table of {@link ReminderState}.
 * The lock of its {@link MemoryTable} guards it.
 */
final class MemoryRow {
  private static final int MOST_DOUBLINGS = 10;

  final DueReminder reminder;
  final MemoryEvent event;

  /** True while a transaction holds the row. */
  boolean locked;

  private ReminderState state = ReminderState.SCHEDULED;
  private Instant dueTime;
  private Instant deliverTime;
  private UUID claimId;
  private int publishCount;
  private int attempts;

  MemoryRow(DueReminder reminder, MemoryEvent event) {
    this.reminder = reminder;
    this.event = event;
    this.dueTime = reminder.remindTime();
  }

  UUID id() {
    return reminder.reminderId();
  }

  ReminderState state() {
    return state;
  }

  Instant dueTime() {
    return dueTime;
  }

  Instant deliverTime() {
    return deliverTime;
  }

  boolean isRepeat() {
    return publishCount > 0 || attempts > 0;
  }

  boolean isHeldBy(UUID claim) {
    return state == ReminderState.CLAIMED && claim.equals(claimId);
  }

  boolean isClaimable(Instant now, Instant databaseNow) {
    Instant limit = state == ReminderState.SCHEDULED ? now : databaseNow;
    return !state.isFinal() && !dueTime.isAfter(limit);
  }

  boolean isDue(Instant now) {
    boolean unpublished = state == ReminderState.SCHEDULED || state == ReminderState.CLAIMED;
    return unpublished && !dueTime.isAfter(now);
  }

  boolean isOver(Instant now) {
    return !event.end.isAfter(now);
  }

  void claim(UUID claim, Instant leaseEnd, boolean missed) {
    become(missed ? ReminderState.MISSED : ReminderState.CLAIMED);
    claimId = claim;
    dueTime = leaseEnd;
  }

  void publish(Instant databaseNow, Duration republishAfter) {
    become(ReminderState.PUBLISHED);
    dueTime = databaseNow.plus(doubled(republishAfter, publishCount));
    publishCount++;
  }

  void release() {
    become(ReminderState.SCHEDULED);
    dueTime = reminder.remindTime();
  }

  DeliveryOutcome outcome(Instant now) {
    if (state == ReminderState.FAILED) {
      return DeliveryOutcome.FAILED;
    }
    if (state.isFinal()) {
      return DeliveryOutcome.DUPLICATE;
    }
    return isOver(now) ? DeliveryOutcome.MISSED : DeliveryOutcome.DELIVERED;
  }

  void deliver(Instant now) {
    become(ReminderState.DELIVERED);
    deliverTime = now;
  }

  void miss() {
    become(ReminderState.MISSED);
  }

  /** Returns true if the attempt made it FAILED. */
  boolean fail(Instant now, Duration retryAfter, int maxAttempts) {
    if (state.isFinal()) {
      return false;
    }
    dueTime = now.plus(doubled(retryAfter, attempts));
    attempts++;
    become(attempts >= maxAttempts ? ReminderState.FAILED : ReminderState.SCHEDULED);
    return state == ReminderState.FAILED;
  }

  void dueAt(Instant time) {
    dueTime = time;
  }

  private static Duration doubled(Duration first, int times) {
    return first.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
  }

  private void become(ReminderState next) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException("%s cannot become %s".formatted(state, next));
    }
    state = next;
  }
}
