package calendar.client.ics.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a file into calendars, and calendars into components. A component without END ends where
 * the next component begins, or at the end of its calendar. Not thread-safe.
 */
public final class CalendarSplitter {
  private static final String CALENDAR = "VCALENDAR";

  /** Components that never occur inside another component. */
  private static final Set<String> OUTERMOST =
      Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", CALENDAR);

  private final ContentLines lines;
  private ContentLine ahead;

  /**
   * @throws NotICalendarException if the first line is not BEGIN:VCALENDAR
   */
  public CalendarSplitter(ContentLines lines) throws NotICalendarException {
    this.lines = lines;
    this.ahead = lines.next();
    if (ahead == null || !ahead.begins().equals(CALENDAR)) {
      throw NotICalendarException.beginningWith(ahead);
    }
  }

  /** Returns the next calendar, or null at the end of the file. */
  public CalendarText next() {
    while (ahead != null && ahead.begins().isEmpty()) {
      ahead = lines.next();
    }
    if (ahead == null) {
      return null;
    }
    if (ahead.begins().equals(CALENDAR)) {
      ahead = lines.next();
    }
    List<ContentLine> properties = new ArrayList<>();
    List<ComponentText> components = new ArrayList<>();
    while (ahead != null && !ahead.begins().equals(CALENDAR) && !endsCalendar(ahead)) {
      if (ahead.begins().isEmpty()) {
        properties.add(ahead);
        ahead = lines.next();
      } else {
        components.add(component(ahead));
      }
    }
    return new CalendarText(properties, components);
  }

  private ComponentText component(ContentLine begin) {
    ComponentText component = new ComponentText(begin);
    ahead = lines.next();
    while (ahead != null && !cutsOff(ahead)) {
      ContentLine line = ahead;
      if (!line.begins().isEmpty()) {
        component.add(component(line));
      } else {
        ahead = lines.next();
        if (line.ends().equals(component.name())) {
          component.end();
          return component;
        }
        component.add(line);
      }
    }
    return component;
  }

  private static boolean cutsOff(ContentLine line) {
    return OUTERMOST.contains(line.begins()) || endsCalendar(line);
  }

  private static boolean endsCalendar(ContentLine line) {
    return line.ends().equals(CALENDAR);
  }
}
