package calendar.client.command.output;

import calendar.client.command.output.text.EventSpan;
import calendar.client.command.output.text.TerminalText;
import calendar.client.command.output.text.TimeSpan;
import calendar.v1.Event;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Prints events grouped by their first day, one line each: times, title, id. The days are in order,
 * and the events of a day stay in the order of the list. An all-day event is under its own first
 * date, which may differ from the local day of its start. Marks after the title say that an event
 * is free, is an occurrence of a series, or was moved from where its series put it. A location
 * would make the lines too long.
 */
final class Agenda {
  private static final int WIDEST_TITLE = 60;

  private final PrintStream out;
  private final ZoneId zone;

  Agenda(PrintStream out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  void print(String heading, List<Event> events) {
    out.println(heading);
    List<Row> rows = events.stream().map(this::row).toList();
    int timesWidth =
        rows.stream().mapToInt(row -> TerminalText.length(row.times())).max().orElse(0);
    int titleWidth =
        rows.stream().mapToInt(row -> TerminalText.length(row.title())).max().orElse(0);
    SortedMap<LocalDate, List<Row>> days =
        rows.stream().collect(Collectors.groupingBy(Row::day, TreeMap::new, Collectors.toList()));
    days.forEach(
        (day, rowsOfDay) -> {
          out.println();
          out.println(TimeSpan.DAY.format(day));
          for (Row row : rowsOfDay) {
            out.printf(
                "  %s  %s  %s%n",
                TerminalText.pad(row.times(), timesWidth),
                TerminalText.pad(row.title(), titleWidth),
                row.id());
          }
        });
    out.println();
    out.println(rows.size() == 1 ? "1 event" : rows.size() + " events");
  }

  private Row row(Event event) {
    EventSpan span = EventSpan.of(event, zone);
    String title = TerminalText.cut(TerminalText.oneLine(event.getTitle()), WIDEST_TITLE);
    return new Row(span.day(), span.times(), title + marks(event), event.getId());
  }

  /** Formats as {@code " (free, repeats)"}. Empty for a busy single event. */
  private static String marks(Event event) {
    List<String> marks = new ArrayList<>();
    if (event.getAvailability() == Event.Availability.AVAILABILITY_FREE) {
      marks.add("free");
    }
    if (OccurrenceOrigin.isOccurrence(event)) {
      marks.add(OccurrenceOrigin.isMoved(event) ? "repeats, moved" : "repeats");
    }
    return marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")";
  }

  private record Row(LocalDate day, String times, String title, String id) {}
}
