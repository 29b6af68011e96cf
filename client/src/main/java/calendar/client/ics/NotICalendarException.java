package calendar.client.ics;

import java.io.IOException;

/** The file is no iCalendar file at all. */
public final class NotICalendarException extends IOException {
  private static final long serialVersionUID = 1L;

  NotICalendarException() {
    super("not an iCalendar file: expected BEGIN:VCALENDAR in its first line");
  }
}
