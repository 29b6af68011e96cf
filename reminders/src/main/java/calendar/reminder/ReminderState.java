package calendar.reminder;

import java.util.EnumSet;
import java.util.Set;

/**
 * The state of a reminder. A reminder starts as SCHEDULED and ends as DELIVERED, MISSED or FAILED.
 * Its row may be deleted in any state: with its event, or when the event gets other reminders.
 *
 * <pre>
 * from        to          when
 * SCHEDULED   CLAIMED     it is due, and a scheduler claims it
 * CLAIMED     CLAIMED     the lease has run out, and a scheduler claims it again
 * PUBLISHED   CLAIMED     it was not delivered in time, and a scheduler claims it again
 * CLAIMED     PUBLISHED   the queue has confirmed its message
 * CLAIMED     SCHEDULED   the queue has not confirmed its message: the scheduler releases it
 * any of 3    DELIVERED   a sender delivers it
 * any of 3    MISSED      its event is over when a scheduler claims it or a sender takes it
 * any of 3    SCHEDULED   an attempt to deliver it fails: it is due again after a delay
 * any of 3    FAILED      the last attempt to deliver it fails
 * </pre>
 *
 * <p>"Any of 3" is SCHEDULED, CLAIMED or PUBLISHED. A sender may find all three: a message can
 * arrive before the scheduler marks it as published, or after its lease has run out. {@link
 * #canBecome} is the same table as data.
 */
public enum ReminderState {
  /** It is not due yet, or it waits to be published. */
  SCHEDULED,
  /** A scheduler holds it under a lease and is about to publish it or has just published it. */
  CLAIMED,
  /** The queue has its message. */
  PUBLISHED,
  /** Its owner has it. Final. */
  DELIVERED,
  /** Its event ended before it could be delivered. Final. */
  MISSED,
  /** Every attempt to deliver it failed. Final. */
  FAILED;

  /** Returns true if the table of transitions leads from this state to the given one. */
  public boolean canBecome(ReminderState next) {
    return successors().contains(next);
  }

  /** Returns true if a reminder in this state never changes again. */
  public boolean isFinal() {
    return successors().isEmpty();
  }

  private Set<ReminderState> successors() {
    return switch (this) {
      case SCHEDULED, PUBLISHED -> EnumSet.of(SCHEDULED, CLAIMED, DELIVERED, MISSED, FAILED);
      case CLAIMED -> EnumSet.of(SCHEDULED, CLAIMED, PUBLISHED, DELIVERED, MISSED, FAILED);
      case DELIVERED, MISSED, FAILED -> EnumSet.noneOf(ReminderState.class);
    };
  }
}
