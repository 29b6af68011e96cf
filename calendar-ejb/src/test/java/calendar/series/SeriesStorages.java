package calendar.series;

import calendar.event.Event;
import calendar.event.EventStorage;
import calendar.series.storage.SeriesStorage;

/** The storages under test, which share their events. */
public interface SeriesStorages {
  EventStorage events();

  SeriesStorage series();

  /** Marks all reminders of an event as delivered, as a sender does. */
  void deliverReminders(Event event);
}
