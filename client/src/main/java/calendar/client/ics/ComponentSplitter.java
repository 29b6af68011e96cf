package calendar.client.ics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a file into the components of its calendars, so that each can be parsed by itself. One that
 * does not end is cut off where the next begins, or with its calendar. Not thread-safe.
 */
final class ComponentSplitter {
  private static final String CALENDAR = "VCALENDAR";

  /** Never inside of another component. */
  private static final Set<String> OUTERMOST =
      Set.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", CALENDAR);

  private final ContentLines lines;
  private ContentLine ahead;

  /**
   * @throws NotICalendarException if the first line does not begin a calendar
   */
  ComponentSplitter(ContentLines lines) throws IOException {
    this.lines = lines;
    this.ahead = lines.next();
    if (ahead == null || !ahead.begins().equals(CALENDAR)) {
      throw new NotICalendarException();
    }
  }

  /** The next component, or null at the end of the file. */
  ComponentText next() throws IOException {
    while (ahead != null && !beginsComponent(ahead)) {
      ahead = lines.next();
    }
    return ahead == null ? null : component(ahead.begins());
  }

  private ComponentText component(String name) throws IOException {
    List<ContentLine> found = new ArrayList<>(List.of(ahead));
    int depth = 1;
    ahead = lines.next();
    while (ahead != null && !cutsOff(ahead)) {
      found.add(ahead);
      if (!ahead.begins().isEmpty()) {
        depth++;
      } else if (ahead.ends().equals(name)) {
        depth = 0;
      } else if (!ahead.ends().isEmpty()) {
        depth--;
      }
      ahead = lines.next();
      if (depth <= 0) {
        break;
      }
    }
    boolean complete = found.get(found.size() - 1).ends().equals(name);
    return new ComponentText(name, found, complete);
  }

  private static boolean beginsComponent(ContentLine line) {
    return !line.begins().isEmpty() && !line.begins().equals(CALENDAR);
  }

  private static boolean cutsOff(ContentLine line) {
    return OUTERMOST.contains(line.begins()) || line.ends().equals(CALENDAR);
  }
}
