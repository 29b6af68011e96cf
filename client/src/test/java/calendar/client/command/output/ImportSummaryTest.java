package calendar.client.command.output;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ics.event.EventBuilder;
import calendar.client.ics.event.FloatingZone;
import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.event.IcsFile;
import calendar.client.ics.event.SkippedComponent;
import calendar.client.importing.report.ComponentResult;
import calendar.client.importing.report.Conflict;
import calendar.client.importing.report.ImportReport;
import calendar.client.importing.report.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportSummaryTest {
  private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
  private static final Instant END = Instant.parse("2026-12-01T10:00:00Z");

  @Test
  void omitsUnknownConflictDetails() {
    IcsEvent first = event("1@x", 4);

    assertThat(
            printed(
                busy(event("2@x", 9), Optional.of(START), Optional.of(END), Optional.empty()),
                busy(event("3@x", 14), Optional.empty(), Optional.of(END), Optional.empty()),
                busy(event("4@x", 19), Optional.of(START), Optional.empty(), Optional.of(first)),
                busy(
                    event("", 24), Optional.empty(), Optional.empty(), Optional.of(event("", 29)))))
        .isEqualTo(
            """
            0 created, 0 updated, 0 unchanged, 0 cancelled, 4 busy, 0 skipped
            busy: VEVENT 2@x, line 9: Tue 1 Dec 2026 10:00 – 11:00 overlaps event id-9, Tue 1 Dec 2026 10:00 – 11:00
            busy: VEVENT 3@x, line 14: Tue 1 Dec 2026 10:00 – 11:00 overlaps event id-9
            busy: VEVENT 4@x, line 19: Tue 1 Dec 2026 10:00 – 11:00 overlaps the event on line 4 1@x
            busy: VEVENT, line 24: Tue 1 Dec 2026 10:00 – 11:00 overlaps the event on line 29
            """);
  }

  @Test
  void printsDatesOfAllDayEvents() {
    LocalDate day = LocalDate.of(2026, 12, 1);
    IcsEvent one = EventBuilder.event("1@x").line(4).on(day, day.plusDays(1), "Asia/Tokyo").build();
    IcsEvent two = EventBuilder.event("2@x").line(9).on(day, day.plusDays(2), "Asia/Tokyo").build();

    assertThat(
            printed(
                busy(two, Optional.of(one.start()), Optional.of(one.end()), Optional.of(one)),
                busy(one, Optional.of(two.start()), Optional.of(two.end()), Optional.of(two))))
        .isEqualTo(
            """
            0 created, 0 updated, 0 unchanged, 0 cancelled, 2 busy, 0 skipped
            busy: VEVENT 2@x, line 9: Tue 1 Dec – Wed 2 Dec 2026, all day overlaps the event on line 4 1@x, Tue 1 Dec 2026, all day
            busy: VEVENT 1@x, line 4: Tue 1 Dec 2026, all day overlaps the event on line 9 2@x, Tue 1 Dec – Wed 2 Dec 2026, all day
            """);
  }

  /** The calendar may still have another version of an event in the file. */
  @Test
  void printsTimesOfOtherVersion() {
    LocalDate day = LocalDate.of(2026, 12, 1);
    IcsEvent file = EventBuilder.event("1@x").line(4).on(day, day.plusDays(1), "UTC").build();

    assertThat(
            printed(
                busy(event("2@x", 9), Optional.of(START), Optional.of(END), Optional.of(file)),
                busy(
                    event("3@x", 14),
                    Optional.of(file.start()),
                    Optional.of(END),
                    Optional.of(file)),
                busy(
                    event("4@x", 19),
                    Optional.of(START),
                    Optional.of(file.end()),
                    Optional.of(file))))
        .contains("overlaps the event on line 4 1@x, Tue 1 Dec 2026 10:00 – 11:00\n")
        .contains("overlaps the event on line 4 1@x, Tue 1 Dec 2026 01:00 – 11:00\n")
        .contains("line 4 1@x, Tue 1 Dec 2026 10:00 – Wed 2 Dec 2026 01:00\n");
  }

  @Test
  void reportsNotesExceptOfSkippedComponents() {
    assertThat(
            printed(
                result(event("1@x", 4), Outcome.CREATED, "", "alarm\ndropped", "title shortened"),
                result(
                    new SkippedComponent("VTODO", "2@x", 9, "not an\nevent"),
                    Outcome.SKIPPED,
                    "not an\nevent",
                    "a note")))
        .isEqualTo(
            """
            1 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 1 skipped
            skipped: VTODO 2@x, line 9: not an event
            created: VEVENT 1@x, line 4: alarm dropped
            created: VEVENT 1@x, line 4: title shortened
            """);
  }

  @Test
  void describesEmptyFile() {
    IcsFile file =
        new IcsFile(
            List.of(),
            List.of(Charset.forName("ISO-8859-15")),
            List.of(new FloatingZone("Office\u001b[2J", FloatingZone.Source.FILE)));

    assertThat(printed(new ImportReport(file, List.of(), Optional.empty())))
        .isEqualTo(
            """
            0 created, 0 updated, 0 unchanged, 0 cancelled, 0 busy, 0 skipped
            The file has no events.
            All-day events and times without a zone use Office\\u001b[2J (X-WR-TIMEZONE)
            Text that is not UTF-8 was read as ISO-8859-15
            """);
  }

  private static String printed(ComponentResult... results) {
    List<IcsComponent> components =
        List.of(results).stream().map(ComponentResult::component).toList();
    IcsFile file = new IcsFile(components, List.of(), List.of());
    return printed(new ImportReport(file, List.of(results), Optional.empty()));
  }

  private static String printed(ImportReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ImportSummary(
            new PrintStream(out, true, StandardCharsets.UTF_8), ZoneId.of("Europe/Brussels"))
        .print(report);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ComponentResult busy(
      IcsEvent event,
      Optional<Instant> start,
      Optional<Instant> end,
      Optional<IcsComponent> component) {
    return new ComponentResult(
        event,
        Outcome.BUSY,
        "",
        "",
        Optional.of(new Conflict("id-9", start, end, component)),
        List.of());
  }

  private static ComponentResult result(
      IcsComponent component, Outcome outcome, String reason, String... notes) {
    return new ComponentResult(
        component, outcome, reason, "id-1", Optional.empty(), List.of(notes));
  }

  private static IcsEvent event(String uid, int line) {
    return EventBuilder.event(uid).line(line).at(START, END).build();
  }
}
