package calendar.reminder;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Due reminders that only one scheduler may publish until the lease runs out.
 *
 * @param id identifies the claim when its reminders are marked; each claim has a new id
 * @param reminders in the order in which they were due
 * @param repeats the ids of reminders that were published, or that a sender failed to deliver,
 *     before
 * @param missed the number of due reminders that were marked MISSED, because their event is over
 */
public record Claim(UUID id, List<DueReminder> reminders, Set<UUID> repeats, int missed) {

  /** Returns true if no reminder was due. */
  public boolean isEmpty() {
    return reminders.isEmpty() && missed == 0;
  }
}
