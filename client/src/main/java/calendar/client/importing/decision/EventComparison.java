package calendar.client.importing.decision;

import calendar.client.ProtoTimes;
import calendar.client.ics.IcsEvent;
import calendar.v1.Event;

/** Compares an event of the file with an event of the calendar. */
public final class EventComparison {
  private EventComparison() {}

  /** Returns true if both have the same title, start and end. Nothing else counts. */
  static boolean isSameMeeting(IcsEvent event, Event stored) {
    return event.title().equals(stored.getTitle())
        && event.start().equals(ProtoTimes.instant(stored.getStartTime()))
        && event.end().equals(ProtoTimes.instant(stored.getEndTime()));
  }

  /** Returns true if both have the same content. Their versions may differ. */
  public static boolean isSame(IcsEvent event, Event stored) {
    return isSameMeeting(event, stored)
        && event.description().equals(stored.getDescription())
        && event
            .remindBefore()
            .equals(stored.getRemindBeforeList().stream().map(ProtoTimes::duration).toList());
  }
}
