package calendar.client.command.output;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Prints events grouped by the day of their start, one line each: times, title, id. */
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
    LocalDate day = null;
    for (Row row : rows) {
      if (!row.day().equals(day)) {
        day = row.day();
        out.println();
        out.println(TimeSpan.DAY.format(day));
      }
      out.printf(
          "  %s  %s  %s%n",
          TerminalText.pad(row.times(), timesWidth),
          TerminalText.pad(row.title(), titleWidth),
          row.id());
    }
    out.println();
    out.println(rows.size() == 1 ? "1 event" : rows.size() + " events");
  }

  private Row row(Event event) {
    TimeSpan span =
        new TimeSpan(
            ProtoTimes.instant(event.getStartTime()), ProtoTimes.instant(event.getEndTime()), zone);
    String title = TerminalText.cut(TerminalText.oneLine(event.getTitle()), WIDEST_TITLE);
    return new Row(span.day(), span.times(), title, event.getId());
  }

  private record Row(LocalDate day, String times, String title, String id) {}
}
