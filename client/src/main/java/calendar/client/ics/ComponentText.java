package calendar.client.ics;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of one component of a calendar, from its {@code BEGIN} to its {@code END}, whatever
 * they say.
 *
 * @param name such as {@code VEVENT}
 * @param complete whether its {@code END} was found
 */
record ComponentText(String name, List<ContentLine> lines, boolean complete) {

  /** Where it begins in the file. */
  int line() {
    return lines.get(0).number();
  }

  /** Its UID as far as the bare text tells; empty if it has none. */
  String uid() {
    return lines.stream()
        .map(ContentLine::text)
        .filter(text -> text.regionMatches(true, 0, "UID:", 0, 4))
        .map(text -> text.substring(4).strip())
        .findFirst()
        .orElse("");
  }

  /** The line of a property, or the first if it has none. */
  ContentLine lineOf(String property) {
    return lines.stream()
        .filter(line -> line.text().matches("(?is)" + property + "[:;].*"))
        .findFirst()
        .orElse(lines.get(0));
  }

  /** A calendar that holds this component alone, one line of text for each of its lines. */
  String asCalendar() {
    return lines.stream()
        .map(ContentLine::text)
        .collect(Collectors.joining("\r\n", "BEGIN:VCALENDAR\r\n", "\r\nEND:VCALENDAR\r\n"));
  }

  /** The line of the file that a line of {@link #asCalendar()} stands for, or the nearest. */
  ContentLine lineOfFile(int lineOfCalendar) {
    return lines.get(Math.min(Math.max(lineOfCalendar - 2, 0), lines.size() - 1));
  }
}
