package calendar.series.memory;

import calendar.event.Event;
import calendar.event.EventStorage;
import calendar.event.memory.MemoryEventStorage;
import calendar.reminder.Reminder;
import calendar.reminder.ReminderState;
import calendar.series.SeriesStorages;
import calendar.series.storage.SeriesStorage;
import java.util.Optional;

/** The storages in memory. */
final class MemoryStorages implements SeriesStorages {
  private final MemoryEventStorage events = new MemoryEventStorage();
  private final SeriesStorage series = new MemorySeriesStorage(events);

  @Override
  public EventStorage events() {
    return events;
  }

  @Override
  public SeriesStorage series() {
    return series;
  }

  @Override
  public void deliverReminders(Event event) {
    events.update(
        event.ownerId(),
        event.id(),
        Optional.empty(),
        stored ->
            stored.withReminders(
                stored.reminders().stream().map(MemoryStorages::delivered).toList()));
  }

  private static Reminder delivered(Reminder reminder) {
    return new Reminder(
        reminder.id(),
        reminder.remindBefore(),
        reminder.remindTime(),
        ReminderState.DELIVERED,
        Optional.of(reminder.remindTime()));
  }
}
