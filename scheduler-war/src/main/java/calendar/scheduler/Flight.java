package calendar.scheduler;

import calendar.reminder.Claim;
import calendar.reminder.DueReminder;
import calendar.reminder.Publishing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The reminders of a claim on their way into the queue. For one thread. */
final class Flight {
  private final Claim claim;
  private final Publishing publishing;
  private final Clock clock;
  private Set<UUID> taken;
  private Instant landing;

  Flight(Claim claim, Publishing publishing, Clock clock) {
    this.claim = claim;
    this.publishing = publishing;
    this.clock = clock;
  }

  /** Under which they may be marked or released. */
  UUID claimId() {
    return claim.id();
  }

  /** Those that the queue has surely taken. Waits for its word; it is asked once. */
  List<DueReminder> taken() {
    return claim.reminders().stream().filter(this::isTaken).toList();
  }

  /** The others. Waits for the queue's word. */
  List<DueReminder> refused() {
    return claim.reminders().stream().filter(one -> !isTaken(one)).toList();
  }

  /** Whether the queue has taken all. Waits for its word. */
  boolean isTaken() {
    return claim.reminders().stream().allMatch(this::isTaken);
  }

  /** When the queue had told of all, or was given up. Waits for that. */
  Instant landing() {
    land();
    return landing;
  }

  private boolean isTaken(DueReminder reminder) {
    land();
    return taken.contains(reminder.reminderId());
  }

  private void land() {
    if (taken == null) {
      taken = publishing.taken();
      landing = clock.instant();
    }
  }
}
