package calendar.client.ics;

import static calendar.client.ics.IcsFiles.HEAD;
import static calendar.client.ics.IcsFiles.TAIL;
import static calendar.client.ics.IcsFiles.TIMES;
import static calendar.client.ics.IcsFiles.bytes;
import static calendar.client.ics.IcsFiles.event;
import static calendar.client.ics.IcsFiles.read;
import static calendar.client.ics.IcsFiles.skipped;
import static calendar.client.ics.IcsFiles.vevent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import calendar.client.ics.event.IcsCancellation;
import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.event.SkippedComponent;
import calendar.client.ics.syntax.NotICalendarException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsReaderTest {
  @Test
  void readsAnEvent() throws IOException {
    IcsEvent event =
        event(TIMES + "SUMMARY:Stand-up\\, short\nDESCRIPTION:One\\nTwo\nLOCATION:Room 1\n");

    assertThat(event.uid()).isEqualTo("7@x");
    assertThat(event.line()).isEqualTo(4);
    assertThat(event.title()).isEqualTo("Stand-up, short");
    assertThat(event.description()).isEqualTo("One\nTwo");
    assertThat(event.location()).isEqualTo("Room 1");
    assertThat(event.start()).isEqualTo("2026-12-01T10:00:00Z");
    assertThat(event.end()).isEqualTo("2026-12-01T11:00:00Z");
    assertThat(event.period().dates()).isEmpty();
    assertThat(event.free()).isFalse();
    assertThat(event.remindBefore()).isEmpty();
  }

  @Test
  void computesEndFromDuration() throws IOException {
    assertThat(event("DTSTART:20261201T100000Z\nDURATION:PT1H30M\n").end())
        .isEqualTo("2026-12-01T11:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "DTSTART:20261201T100000Z, has no length; import with --default-duration 30m",
    "DTSTART:20261201T100000Z|DTEND:20271203T100000Z, is longer than 366 days",
    "DTSTART:20261201T100000Z|DTEND:20271202T100001Z, is longer than 366 days",
    "DTSTART;VALUE=DATE:20261201|DTEND:20261202T100000Z, 'DTSTART is a date, DTEND a time'",
    "DTSTART:20261201T100000Z|EXRULE:FREQ=DAILY, recurring",
    "DTSTART:20261201T100000Z|DTEND;VALUE=DATE:20261202, 'DTSTART is a time, DTEND a date'",
    "DTSTART:20261201T100000Z|DURATION:PT1H|RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T100000Z, recurring (RECURRENCE-ID with RANGE)",
    "DTEND:20261201T100000Z, has no DTSTART",
    "DTSTART:20261201T100000Z|DTEND:20261201T100000Z, has no length; import with --default-duration 30m",
    "DTSTART:20261201T100000Z|DTEND:20261201T090000Z, ends before it starts",
    "DTSTART:20261201T100000Z|DURATION:PT1H|RRULE:FREQ=DAILY, recurring",
    "DTSTART:20261201T100000Z|DURATION:PT1H|RDATE:20261202T100000Z, recurring"
  })
  void explainsSkippedEvents(String properties, String reason) throws IOException {
    assertThat(skipped(properties.replace('|', '\n') + "\n"))
        .isEqualTo(new SkippedComponent("VEVENT", "7@x", 4, reason));
  }

  @Test
  void readsShortestAndLongestEvent() throws IOException {
    assertThat(event("DTSTART:20261201T100000Z\nDTEND:20261201T100001Z\n").end())
        .isEqualTo("2026-12-01T10:00:01Z");
    assertThat(event("DTSTART:20261201T100000Z\nDTEND:20271202T100000Z\n").end())
        .isEqualTo("2027-12-02T10:00:00Z");
  }

  @Test
  void notesThatDurationIsIgnored() throws IOException {
    IcsEvent event = event(TIMES + "DURATION:PT5H\n");

    assertThat(event.end()).isEqualTo("2026-12-01T11:00:00Z");
    assertThat(event.notes()).containsExactly("has DTEND and DURATION: DURATION is ignored");
  }

  /** A character may have two chars. */
  @ParameterizedTest
  @CsvSource({
    "SUMMARY, 255, title shortened to 255 characters",
    "DESCRIPTION, 10000, 'description shortened to 10,000 characters'",
    "LOCATION, 1000, 'location shortened to 1,000 characters'"
  })
  void shortensLongText(String property, int most, String note) throws IOException {
    String longest = "😀".repeat(most);
    IcsEvent kept = event(TIMES + property + ":" + longest + "\n");
    IcsEvent cut = event(TIMES + property + ":" + longest + "x\n");

    assertThat(text(kept, property)).isEqualTo(longest);
    assertThat(kept.notes()).isEmpty();
    assertThat(text(cut, property)).isEqualTo("😀".repeat(most - 1) + "…");
    assertThat(cut.notes()).containsExactly(note);
  }

  private static String text(IcsEvent event, String property) {
    return switch (property) {
      case "SUMMARY" -> event.title();
      case "DESCRIPTION" -> event.description();
      default -> event.location();
    };
  }

  @Test
  void shortensQuotedLines() throws IOException {
    String hundred = "DTSTART " + "x".repeat(92);

    assertThat(skipped(hundred + "\n").reason()).isEqualTo("has no colon: " + hundred);
    assertThat(skipped(hundred + "y\n").reason()).isEqualTo("has no colon: " + hundred + "…");
  }

  @ParameterizedTest
  @CsvSource({
    "SUMMARY:end\\, end\\",
    "SUMMARY:a\\xb, a\\xb",
    "SUMMARY:a\\;b, a;b",
    "SUMMARY;ENCODING=QUOTED-PRINTABLE:caf=C3=A9, café",
    "SUMMARY;ENCODING=QUOTED-PRINTABLE:100=25, 100%",
    "SUMMARY:a=41b, a=41b",
    "SUMMARY;ENCODING=QUOTED-PRINTABLE:a=ZZ=4, a=ZZ=4"
  })
  void resolvesEscapes(String line, String title) throws IOException {
    assertThat(event(TIMES + line + "\n").title()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u200b", "\u2003 \u200e"})
  void replacesInvisibleTitle(String title) throws IOException {
    assertThat(event(TIMES + "SUMMARY:" + title + "\n").title()).isEqualTo("(no title)");
  }

  @ParameterizedTest
  @CsvSource({
    "'LOCATION:Hall 1\\, Rue d''Or\\; 2nd\\nfloor', 'Hall 1, Rue d''Or; 2nd|floor'",
    "LOCATION;LANGUAGE=en;ALTREP=\"http://x:1\": Janson , Janson",
    "LOCATION;ENCODING=QUOTED-PRINTABLE:B=C3=BCro, Büro",
    "LOCATION: ​, ''",
    "LOCATION:, ''",
    "CONTACT:Room 1, ''"
  })
  void readsLocation(String line, String location) throws IOException {
    assertThat(event(TIMES + line + "\n").location()).isEqualTo(location.replace('|', '\n'));
  }

  /** Without TRANSP, the owner is busy, but Outlook's property also says it (see EventReader). */
  @ParameterizedTest
  @CsvSource({
    "TRANSP:TRANSPARENT, true",
    "TRANSP: transparent , true",
    "TRANSP:OPAQUE, false",
    "TRANSP:, false",
    "TRANSP:FREE, false",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE, true",
    "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE, false",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE|TRANSP:OPAQUE, false",
    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY|TRANSP:TRANSPARENT, true"
  })
  void readsWhetherOwnerStaysFree(String properties, boolean free) throws IOException {
    String lines = properties.replace('|', '\n') + "\n";

    assertThat(event(TIMES + lines).free()).isEqualTo(free);
    assertThat(event("DTSTART;VALUE=DATE:20261201\n" + lines).free()).isEqualTo(free);
  }

  @Test
  void appliesDefaultDuration() throws IOException {
    String file = HEAD + vevent("DTSTART:20261201T100000Z\n") + TAIL;
    ReadOptions options =
        new ReadOptions(
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.of(Duration.ofMinutes(30)),
            Optional.empty());

    assertThat(IcsFiles.read(bytes(file), options))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::end)
        .isEqualTo(Instant.parse("2026-12-01T10:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"LOCATION:Room 1, Room 1", "LOCATION:, ", "CONTACT:Anna, "})
  void readsOwnerFromProperty(String line, String owner) throws IOException {
    ReadOptions options =
        new ReadOptions(
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("LOCATION"));
    String cancelled = vevent(TIMES + "STATUS:CANCELLED\n" + line + "\n");

    List<IcsComponent> read =
        IcsFiles.read(bytes(HEAD + vevent(TIMES + line + "\n") + cancelled + TAIL), options);

    assertThat(((IcsEvent) read.get(0)).owner()).isEqualTo(Optional.ofNullable(owner));
    assertThat(((IcsEvent) read.get(0)).location()).isEqualTo(owner == null ? "" : owner);
    assertThat(((IcsCancellation) read.get(1)).owner()).isEqualTo(Optional.ofNullable(owner));
  }

  @Test
  void skipsOtherComponents() throws IOException {
    assertThat(read(HEAD + "BEGIN:VTODO\nUID:t\nEND:VTODO\n" + TAIL))
        .containsExactly(new SkippedComponent("VTODO", "t", 4, "not an event"));
  }

  @Test
  void readsEveryCalendarOfFile() throws IOException {
    String one = HEAD + vevent(TIMES) + TAIL;

    assertThat(read(one + one)).hasSize(2).allMatch(IcsEvent.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "Dear reader,\n", "{\"events\": []}", "BEGIN:VCARD\n"})
  void rejectsOtherFiles(String file) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(NotICalendarException.class);
  }
}
