package calendar.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Has a storage of reminders, and books what it stores. */
public abstract class ReminderStorageTestBase {
  static final Instant START = Instant.parse("2040-12-01T10:00:00Z");
  static final Duration HOUR = Duration.ofHours(1);
  static final Instant DUE = START.minus(HOUR);
  static final Duration LEASE = Duration.ofMinutes(10);
  static final Duration NO_LEASE = Duration.ofNanos(-1_000);
  static final Duration LATER = Duration.ofMinutes(5);
  static final Duration AT_ONCE = Duration.ofNanos(-1_000);

  /** Returns the storage, whose database has the clock of this host. */
  protected abstract ReminderStorage storage();

  protected abstract Bookings bookings();

  @BeforeEach
  void removeAll() {
    bookings().removeAll();
  }

  DueReminder book() {
    return bookings().book(START, HOUR);
  }

  Claim claim() {
    return storage().claim(DUE, 1_000, LEASE);
  }

  DeliveryOutcome deliver(DueReminder reminder, Instant now) {
    UUID id = reminder.reminderId();
    return storage().deliver(List.of(id), now, delivered -> {}).get(id);
  }

  ReminderState state(DueReminder reminder) {
    return bookings().states().get(reminder.reminderId());
  }

  static List<UUID> ids(DueReminder... reminders) {
    return ids(List.of(reminders));
  }

  static List<UUID> ids(List<DueReminder> reminders) {
    return reminders.stream().map(DueReminder::reminderId).toList();
  }
}
