package calendar.scheduler;

import calendar.reminder.Claim;
import calendar.reminder.DueReminder;
import calendar.reminder.Publishing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The reminders of a claim on their way into the queue. Who asks what became of them waits for the
 * queue's word first, once. For one thread.
 */
final class Flight {
  private final Claim claim;
  private final Instant claimed;
  private final Publishing publishing;
  private final Clock clock;
  private Set<UUID> taken;
  private Instant landing;

  /**
   * @param claimed when they were claimed
   */
  Flight(Claim claim, Instant claimed, Publishing publishing, Clock clock) {
    this.claim = claim;
    this.claimed = claimed;
    this.publishing = publishing;
    this.clock = clock;
  }

  /** Under which they may be marked or released. */
  UUID claimId() {
    return claim.id();
  }

  Instant claimed() {
    return claimed;
  }

  /** Those that the queue has surely taken. */
  List<DueReminder> taken() {
    Set<UUID> ids = land();
    return claim.reminders().stream().filter(one -> ids.contains(one.reminderId())).toList();
  }

  /** The others. */
  List<DueReminder> refused() {
    Set<UUID> ids = land();
    return claim.reminders().stream().filter(one -> !ids.contains(one.reminderId())).toList();
  }

  /** Whether it was published or tried before. */
  boolean repeats(DueReminder reminder) {
    return claim.repeats().contains(reminder.reminderId());
  }

  /** When the queue had told of all, or was given up. */
  Instant landing() {
    land();
    return landing;
  }

  private Set<UUID> land() {
    if (taken == null) {
      taken = Set.of();
      try {
        taken = publishing.taken();
      } finally {
        landing = clock.instant();
      }
    }
    return taken;
  }
}
