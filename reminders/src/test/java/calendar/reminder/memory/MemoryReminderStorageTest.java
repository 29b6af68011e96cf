package calendar.reminder.memory;

import calendar.reminder.Bookings;
import calendar.reminder.ReminderRacesContract;
import calendar.reminder.ReminderStorage;
import java.time.Clock;

class MemoryReminderStorageTest extends ReminderRacesContract {
  private final MemoryReminderStorage storage = new MemoryReminderStorage(Clock.systemUTC());
  private final Bookings bookings = new MemoryBookings(storage);

  @Override
  protected ReminderStorage storage() {
    return storage;
  }

  @Override
  protected Bookings bookings() {
    return bookings;
  }
}
