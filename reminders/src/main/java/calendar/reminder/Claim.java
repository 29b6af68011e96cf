package calendar.reminder;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Due reminders that one scheduler alone may publish until its lease runs out.
 *
 * @param id proves the claim when the reminders are marked; a later claim of the same has another
 * @param reminders in the order in which they were due
 * @param repeats those among them that were published or tried before
 * @param missed how many due reminders were marked MISSED instead, since their event is over
 */
public record Claim(UUID id, List<DueReminder> reminders, Set<UUID> repeats, int missed) {

  /** Whether there was nothing due at all. */
  public boolean isEmpty() {
    return reminders.isEmpty() && missed == 0;
  }
}
