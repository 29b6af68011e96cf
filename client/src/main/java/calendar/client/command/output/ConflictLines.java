package calendar.client.command.output;

import calendar.client.ProtoTimes;
import calendar.client.command.output.text.TerminalText;
import calendar.client.command.output.text.TimeSpan;
import calendar.v1.OccurrenceConflict;
import com.google.protobuf.Timestamp;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Lines about the occurrences of a series whose time is taken. */
final class ConflictLines {
  private final ZoneId zone;

  ConflictLines(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * A line for each conflict, and one for those that are not listed.
   *
   * @param count how many there are, at least the listed ones
   */
  List<String> of(List<OccurrenceConflict> conflicts, int count) {
    List<String> spans =
        conflicts.stream().map(c -> span(c.getStartTime(), c.getEndTime())).toList();
    int width = spans.stream().mapToInt(TerminalText::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < conflicts.size(); i++) {
      lines.add(TerminalText.pad(spans.get(i), width) + "  overlaps " + event(conflicts.get(i)));
    }
    if (count > conflicts.size() && !conflicts.isEmpty()) {
      lines.add("and %,d more".formatted(count - conflicts.size()));
    }
    return lines;
  }

  /** Formats as {@code 1 occurrence overlaps another event}, or {@code 3 occurrences overlap …}. */
  static String summary(int count) {
    return count == 1
        ? "1 occurrence overlaps another event"
        : "%,d occurrences overlap other events".formatted(count);
  }

  private String event(OccurrenceConflict conflict) {
    return "event %s, %s"
        .formatted(
            TerminalText.oneLine(conflict.getConflictingEventId()),
            span(conflict.getConflictingStartTime(), conflict.getConflictingEndTime()));
  }

  private String span(Timestamp start, Timestamp end) {
    return new TimeSpan(ProtoTimes.instant(start), ProtoTimes.instant(end), zone).dayAndTimes();
  }
}
