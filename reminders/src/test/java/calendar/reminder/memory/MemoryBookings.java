package calendar.reminder.memory;

import static java.util.stream.Collectors.toMap;

import calendar.reminder.Bookings;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Books events in a storage in memory. */
public final class MemoryBookings implements Bookings {
  private final MemoryReminderStorage storage;
  private final MemoryTable table;

  public MemoryBookings(MemoryReminderStorage storage) {
    this.storage = storage;
    this.table = storage.table;
  }

  @Override
  public void removeAll() {
    table.delete(table.atomically(() -> List.copyOf(table.events())));
    table.atomically(storage.deletionTimes::clear);
  }

  @Override
  public DueReminder book(Instant start, Duration remindBefore) {
    DueReminder reminder = Bookings.reminder(start, remindBefore);
    MemoryEvent event = new MemoryEvent(reminder.eventId(), start.plus(LENGTH));
    event.rows.add(new MemoryRow(reminder, event));
    table.add(event);
    return reminder;
  }

  @Override
  public void bookEndingAt(Instant end, int count) {
    for (int i = 0; i < count; i++) {
      table.add(new MemoryEvent(UUID.randomUUID(), end));
    }
  }

  @Override
  public void delete(DueReminder reminder) {
    table.delete(
        table.atomically(
            () ->
                table.events().stream()
                    .filter(event -> event.id.equals(reminder.eventId()))
                    .toList()));
  }

  @Override
  public void rememberDeleted(Instant time) {
    table.atomically(() -> storage.deletionTimes.add(time));
  }

  @Override
  public void publishAgain() {
    table.atomically(
        () ->
            table.rows().stream()
                .filter(row -> row.state() == ReminderState.PUBLISHED)
                .forEach(row -> row.dueAt(storage.now())));
  }

  @Override
  public Map<UUID, ReminderState> states() {
    return table.atomically(
        () -> table.rows().stream().collect(toMap(MemoryRow::id, MemoryRow::state)));
  }

  @Override
  public Instant dueTime(UUID reminderId) {
    return table.atomically(() -> table.row(reminderId).dueTime());
  }

  @Override
  public Optional<Instant> deliverTime(UUID reminderId) {
    return table.atomically(() -> Optional.ofNullable(table.row(reminderId).deliverTime()));
  }

  @Override
  public int countEvents() {
    return table.atomically(() -> table.events().size());
  }

  @Override
  public int countDeleted() {
    return table.atomically(storage.deletionTimes::size);
  }
}
