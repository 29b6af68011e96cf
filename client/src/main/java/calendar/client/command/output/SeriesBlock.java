package calendar.client.command.output;

import static java.util.stream.Collectors.joining;

import calendar.client.ProtoTimes;
import calendar.client.command.output.text.EventSpan;
import calendar.client.command.output.text.LabelledLines;
import calendar.client.command.output.text.TerminalText;
import calendar.client.command.output.text.TimeSpan;
import calendar.client.repeat.RecurrenceText;
import calendar.v1.Event.Availability;
import calendar.v1.Series;
import calendar.v1.SkippedOccurrence;
import com.google.protobuf.Timestamp;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints one series completely, one line for each field. */
final class SeriesBlock {
  private final LabelledLines lines;
  private final ZoneId zone;

  SeriesBlock(PrintStream out, ZoneId zone) {
    this.lines = new LabelledLines(out);
    this.zone = zone;
  }

  /** Prints the series. Leaves out what the calendar chooses, if the series is not booked. */
  void print(Series series) {
    EventSpan first = EventSpan.of(series, zone);
    lines.line("Title", series.getTitle());
    lines.line("Repeats", repeats(series));
    lines.line("First", first.dayAndTimes() + ", " + first.zoneName());
    if (!series.hasStartDate() && !series.getTimeZone().equals(zone.getId())) {
      lines.line("Time zone", series.getTimeZone());
    }
    lines.line("Occurrences", "%,d".formatted(series.getOccurrenceCount()));
    if (series.hasBookedUntil() && isEndless(series)) {
      lines.line("Booked until", moment(series.getBookedUntil()));
    }
    lines.lines("Skipped", skipped(series));
    lines.optional("Location", series.getLocation());
    lines.optional(
        "Availability", series.getAvailability() == Availability.AVAILABILITY_FREE ? "free" : "");
    lines.line("Owner", series.getOwnerId());
    lines.lines("Description", series.getDescription().lines().toList());
    lines.optional("Reminders", reminders(series));
    if (!series.getId().isEmpty()) {
      lines.line("Id", series.getId());
      lines.line("Etag", series.getEtag());
      lines.line("Created", moment(series.getCreateTime()));
      lines.line("Changed", moment(series.getUpdateTime()));
    }
  }

  /** When the series repeats, in words. */
  static String repeats(Series series) {
    return RecurrenceText.of(series.getRecurrenceList(), ZoneId.of(series.getTimeZone()));
  }

  /** Returns true if no COUNT or UNTIL ends the rule, so that the calendar goes on booking. */
  private static boolean isEndless(Series series) {
    return series.getRecurrenceList().stream()
        .map(line -> line.toUpperCase(Locale.ROOT))
        .anyMatch(
            line ->
                line.startsWith("RRULE") && !line.contains("COUNT=") && !line.contains("UNTIL="));
  }

  private List<String> skipped(Series series) {
    List<String> shown =
        series.getSkippedList().stream()
            .map(skip -> origin(skip) + ", taken by event " + skip.getConflictingEventId())
            .toList();
    int more = series.getSkipCount() - shown.size();
    return more > 0 && !shown.isEmpty()
        ? Stream.concat(shown.stream(), Stream.of("and %,d more".formatted(more))).toList()
        : shown;
  }

  private String origin(SkippedOccurrence skip) {
    return skip.hasOriginalStartDate()
        ? TimeSpan.DAY.format(ProtoTimes.date(skip.getOriginalStartDate()))
        : moment(skip.getOriginalStartTime());
  }

  private static String reminders(Series series) {
    return series.getRemindBeforeList().stream()
        .map(before -> TerminalText.duration(ProtoTimes.duration(before)) + " before each")
        .collect(joining(", "));
  }

  private String moment(Timestamp time) {
    return TimeSpan.moment(ProtoTimes.instant(time), zone);
  }
}
