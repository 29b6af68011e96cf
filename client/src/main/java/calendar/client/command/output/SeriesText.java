package calendar.client.command.output;

import calendar.client.command.output.text.EventSpan;
import calendar.client.command.output.text.LabelledLines;
import calendar.client.command.output.text.TerminalText;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.DeleteSeriesResponse;
import calendar.v1.OccurrenceConflict;
import calendar.v1.Series;
import calendar.v1.UpdateSeriesResponse;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;

/** Prints the results of commands for series as text for people. */
final class SeriesText {
  private static final int WIDEST_TITLE = 40;

  private final PrintStream out;
  private final ZoneId zone;

  SeriesText(PrintStream out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  void created(CreateSeriesResponse answer) {
    out.println(answer.getReplayed() ? "Already booked:" : "Booked:");
    block(answer.getSeries());
  }

  void updated(UpdateSeriesResponse answer) {
    String done = answer.getReplayed() ? "Already changed" : "Changed";
    if (answer.hasEarlierSeries()) {
      out.printf(
          "%s, and split in two. The occurrences before are now series %s:%n",
          done, TerminalText.oneLine(answer.getEarlierSeries().getId()));
      out.printf(
          "  %s, %s%n",
          repeats(answer.getEarlierSeries()),
          occurrences(answer.getEarlierSeries().getOccurrenceCount()));
      out.println("The others:");
    } else {
      out.println(done + ":");
    }
    block(answer.getSeries());
    detached(answer.getDetachedCount(), "became");
  }

  /** Prints what a change would do. */
  void checked(
      Series series, List<OccurrenceConflict> conflicts, int conflictCount, int detachedCount) {
    out.println("Checked; nothing was written:");
    block(series);
    LabelledLines lines = new LabelledLines(out);
    lines.line("Conflicts", conflictCount == 0 ? "none" : ConflictLines.summary(conflictCount));
    lines.rows("", new ConflictLines(zone).of(conflicts, conflictCount));
    detached(detachedCount, "would become");
  }

  void deleted(String id, DeleteSeriesResponse answer) {
    out.printf(
        "Deleted: %s of series %s%n",
        occurrences(answer.getDeletedCount()), TerminalText.oneLine(id));
  }

  /** Prints each series on one line: title, rule, first occurrence, id. */
  void listed(String heading, List<Series> series) {
    out.println(TerminalText.oneLine(heading));
    List<Row> rows = series.stream().map(this::row).toList();
    int title = rows.stream().mapToInt(row -> TerminalText.length(row.title())).max().orElse(0);
    int rule = rows.stream().mapToInt(row -> TerminalText.length(row.repeats())).max().orElse(0);
    int first = rows.stream().mapToInt(row -> TerminalText.length(row.first())).max().orElse(0);
    if (!rows.isEmpty()) {
      out.println();
    }
    for (Row row : rows) {
      out.printf(
          "  %s  %s  %s  %s%n",
          TerminalText.pad(row.title(), title),
          TerminalText.pad(row.repeats(), rule),
          TerminalText.pad(row.first(), first),
          row.id());
    }
    out.println();
    out.println(rows.size() + " series");
  }

  void block(Series series) {
    new SeriesBlock(out, zone).print(series);
  }

  /** Exceptions that the new rule does not give. */
  private void detached(int count, String become) {
    if (count > 0) {
      out.printf(
          "%s that the new rule does not give %s %s.%n",
          occurrences(count), become, count == 1 ? "a single event" : "single events");
    }
  }

  private Row row(Series series) {
    return new Row(
        TerminalText.cut(TerminalText.oneLine(series.getTitle()), WIDEST_TITLE),
        repeats(series),
        "first " + EventSpan.of(series, zone).dayAndTimes(),
        TerminalText.oneLine(series.getId()));
  }

  private static String repeats(Series series) {
    return TerminalText.oneLine(SeriesBlock.repeats(series));
  }

  private static String occurrences(int count) {
    return count == 1 ? "1 occurrence" : "%,d occurrences".formatted(count);
  }

  private record Row(String title, String repeats, String first, String id) {}
}
