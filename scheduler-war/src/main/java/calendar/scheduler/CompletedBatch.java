package calendar.scheduler;

import calendar.reminder.Claim;
import calendar.reminder.DueReminder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The reminders of one claim after the queue has answered.
 *
 * @param claimedAt when the scheduler claimed the reminders, by the host's clock
 * @param confirmedIds the ids of the reminders that the queue has confirmed
 * @param completedAt when the queue had answered for all reminders, or the scheduler had stopped
 *     waiting, by the host's clock
 */
record CompletedBatch(Claim claim, Instant claimedAt, Set<UUID> confirmedIds, Instant completedAt) {

  /** The reminders that are certainly in the queue. */
  List<DueReminder> confirmed() {
    return claim.reminders().stream().filter(this::isConfirmed).toList();
  }

  /** The other reminders. They may be in the queue too, but must be published again. */
  List<DueReminder> unconfirmed() {
    return claim.reminders().stream().filter(reminder -> !isConfirmed(reminder)).toList();
  }

  /** Returns true if the reminder was published, or an attempt to deliver it failed, before. */
  boolean repeats(DueReminder reminder) {
    return claim.repeats().contains(reminder.reminderId());
  }

  private boolean isConfirmed(DueReminder reminder) {
    return confirmedIds.contains(reminder.reminderId());
  }
}
