package calendar.client.command.output;

import calendar.client.command.output.text.DateSpan;
import calendar.client.command.output.text.EventSpan;
import calendar.client.command.output.text.TerminalText;
import calendar.client.command.output.text.TimeSpan;
import calendar.client.ics.event.EventDates;
import calendar.client.ics.event.FloatingZone;
import calendar.client.ics.event.IcsEvent;
import calendar.client.importing.report.ComponentResult;
import calendar.client.importing.report.Conflict;
import calendar.client.importing.report.ImportReport;
import calendar.client.importing.report.Outcome;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** The result of an import as text: the counts, then a line for each problem or note. */
final class ImportSummary {
  private final PrintStream out;
  private final ZoneId zone;

  ImportSummary(PrintStream out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  void print(ImportReport report) {
    out.println(report.counts());
    if (report.file().components().isEmpty()) {
      out.println("The file has no events.");
    }
    for (FloatingZone floating : report.file().floatingZones()) {
      out.println(
          "All-day events and times without a zone use "
              + TerminalText.oneLine(floating.toString()));
    }
    for (Charset charset : report.file().charsets()) {
      out.println("Text that is not UTF-8 was read as " + charset.name());
    }
    report.with(Outcome.BUSY).forEach(this::busy);
    report.with(Outcome.SKIPPED).forEach(this::skipped);
    report.results().stream()
        .filter(result -> result.outcome() != Outcome.SKIPPED)
        .forEach(this::notes);
  }

  private void busy(ComponentResult result) {
    String when = "";
    if (result.component() instanceof IcsEvent event) {
      when = ": " + when(event.period().dates(), event.start(), event.end());
    }
    result(result, when + " overlaps " + conflict(result.conflict().orElseThrow()));
  }

  private String conflict(Conflict conflict) {
    String by =
        conflict
            .component()
            .map(
                component ->
                    "the event on line %d%s".formatted(component.line(), uid(component.uid())))
            .orElse("event " + conflict.eventId());
    return conflict.start().isPresent() && conflict.end().isPresent()
        ? by + ", " + when(conflict.dates(), conflict.start().get(), conflict.end().get())
        : by;
  }

  private String when(Optional<EventDates> dates, Instant start, Instant end) {
    EventSpan span =
        dates.isPresent()
            ? new DateSpan(dates.get().start(), dates.get().lastDay(), "")
            : new TimeSpan(start, end, zone);
    return span.dayAndTimes();
  }

  private void skipped(ComponentResult result) {
    result(result, ": " + TerminalText.oneLine(result.reason()));
  }

  private void notes(ComponentResult result) {
    result.notes().forEach(note -> result(result, ": " + TerminalText.oneLine(note)));
  }

  private void result(ComponentResult result, String rest) {
    out.printf(
        "%s: %s%s, line %d%s%n",
        result.outcome().name().toLowerCase(Locale.ROOT),
        TerminalText.oneLine(result.componentName()),
        uid(result.component().uid()),
        result.component().line(),
        rest);
  }

  private static String uid(String uid) {
    return uid.isEmpty() ? "" : " " + TerminalText.oneLine(uid);
  }
}
