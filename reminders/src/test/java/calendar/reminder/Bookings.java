package calendar.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Books events of an hour and reads reminders, bypassing the storage under test. Each event has its
 * own owner.
 */
public interface Bookings {
  Duration LENGTH = Duration.ofHours(1);

  /** Removes everything that other tests left, because a claim takes whatever is due. */
  void removeAll();

  /** Books an event that starts at the given time, with one reminder. */
  DueReminder book(Instant start, Duration remindBefore);

  /** Books events that end at the given time, without reminders. */
  void bookEndingAt(Instant end, int count);

  /** Deletes the event with its reminder. */
  void delete(DueReminder reminder);

  /** Remembers an imported event that was deleted at the given time. */
  void rememberDeleted(Instant time);

  /** Makes every published reminder due again, as if it had not been delivered in time. */
  void publishAgain();

  /** The states of all reminders by id. */
  Map<UUID, ReminderState> states();

  /** When a reminder is due next: to be published, claimed or published again. */
  Instant dueTime(UUID reminderId);

  /** When a reminder was delivered. */
  Optional<Instant> deliverTime(UUID reminderId);

  int countEvents();

  /** The number of remembered deletions. */
  int countDeleted();

  /** A reminder of a new event. */
  static DueReminder reminder(Instant start, Duration remindBefore) {
    return new DueReminder(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "owner-" + UUID.randomUUID(),
        "Tea",
        start,
        remindBefore,
        start.minus(remindBefore));
  }
}
