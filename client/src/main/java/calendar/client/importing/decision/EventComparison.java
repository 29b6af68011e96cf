package calendar.client.importing.decision;

import calendar.client.ProtoTimes;
import calendar.client.ics.event.EventPeriod;
import calendar.client.ics.event.IcsEvent;
import calendar.v1.Event;
import calendar.v1.Event.Availability;

/** Compares an event of the file with an event of the calendar. */
public final class EventComparison {
  private EventComparison() {}

  /** Returns true if both have the same title, and the same times or dates. Nothing else counts. */
  static boolean isSameMeeting(IcsEvent event, Event stored) {
    return event.title().equals(stored.getTitle()) && isSameTime(event.period(), stored);
  }

  /** Returns true if both have the same content. Their versions may differ. */
  public static boolean isSame(IcsEvent event, Event stored) {
    return isSameExceptNewFields(event, stored)
        && event.location().equals(stored.getLocation())
        && event.period().timeZone().orElse("").equals(stored.getTimeZone());
  }

  /**
   * Returns true if both have the same content, or if the stored event only lacks the file's
   * location or time zone. Importer version 0.1 did not read them.
   */
  public static boolean isSameOrLacksNewFields(IcsEvent event, Event stored) {
    return isSameExceptNewFields(event, stored)
        && isSameOrEmpty(stored.getLocation(), event.location())
        && isSameOrEmpty(stored.getTimeZone(), event.period().timeZone().orElse(""));
  }

  private static boolean isSameExceptNewFields(IcsEvent event, Event stored) {
    return isSameMeeting(event, stored)
        && event.description().equals(stored.getDescription())
        && event.free() == (stored.getAvailability() == Availability.AVAILABILITY_FREE)
        && event
            .remindBefore()
            .equals(stored.getRemindBeforeList().stream().map(ProtoTimes::duration).toList());
  }

  /** Days are compared as dates: their instants depend on the zone. */
  private static boolean isSameTime(EventPeriod period, Event stored) {
    if (period.dates().isPresent()) {
      return ProtoTimes.date(period.dates().get().start()).equals(stored.getStartDate())
          && ProtoTimes.date(period.dates().get().end()).equals(stored.getEndDate());
    }
    return !stored.hasStartDate()
        && period.start().equals(ProtoTimes.instant(stored.getStartTime()))
        && period.end().equals(ProtoTimes.instant(stored.getEndTime()));
  }

  private static boolean isSameOrEmpty(String stored, String read) {
    return stored.isEmpty() || stored.equals(read);
  }
}
