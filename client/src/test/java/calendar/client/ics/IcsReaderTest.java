package calendar.client.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import calendar.client.ics.syntax.NotICalendarException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsReaderTest {
  private static final String HEAD = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n";
  private static final String TAIL = "END:VCALENDAR\n";
  private static final String TIMES = "DTSTART:20261201T100000Z\nDTEND:20261201T110000Z\n";

  /** A zone that no one else knows, five hours ahead. */
  private static final String OWN_ZONE =
      """
      BEGIN:VTIMEZONE
      TZID:Office
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0500
      TZOFFSETTO:+0500
      END:STANDARD
      END:VTIMEZONE
      """;

  @Test
  void readsAnEvent() throws IOException {
    IcsEvent event =
        event(TIMES + "SUMMARY:Stand-up\\, short\nDESCRIPTION:One\\nTwo\nLOCATION:Room 1\n");

    assertThat(event.uid()).isEqualTo("7@x");
    assertThat(event.line()).isEqualTo(4);
    assertThat(event.title()).isEqualTo("Stand-up, short");
    assertThat(event.description()).isEqualTo("One\nTwo");
    assertThat(event.start()).isEqualTo("2026-12-01T10:00:00Z");
    assertThat(event.end()).isEqualTo("2026-12-01T11:00:00Z");
    assertThat(event.remindBefore()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DTSTART;TZID=Europe/Brussels:20260701T100000, 2026-07-01T08:00:00Z",
    "DTSTART;TZID=Europe/Brussels:20261201T100000, 2026-12-01T09:00:00Z",
    "DTSTART;TZID=\"W. Europe Standard Time\":20261201T100000, 2026-12-01T09:00:00Z",
    "DTSTART;TZID=Office:20261201T100000, 2026-12-01T05:00:00Z",
    "DTSTART:20261201T100000, 2026-12-01T15:00:00Z",
    "DTSTART;TZID=Europe/Brussels:20261025T023000, 2026-10-25T00:30:00Z",
    "DTSTART;TZID=Europe/Brussels:20260329T023000, 2026-03-29T01:30:00Z"
  })
  void knowsTheZoneOfEveryTime(String start, Instant instant) throws IOException {
    String file = HEAD + OWN_ZONE + vevent(start + "\nDURATION:PT1H\n") + TAIL;

    assertThat(IcsFiles.read(bytes(file), inZone("America/New_York")))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::start)
        .isEqualTo(instant);
  }

  @Test
  void takesTheRulesThatTheFileGivesForItsZones() throws IOException {
    String zone =
        """
        BEGIN:VTIMEZONE
        TZID:Berlin
        BEGIN:STANDARD
        DTSTART:19701025T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:19700329T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE
        """;
    String across =
        vevent("DTSTART;TZID=Berlin:20260328T120000\nDTEND;TZID=Berlin:20260329T120000\n");

    IcsEvent event = (IcsEvent) read(HEAD + zone + across + TAIL).get(0);

    assertThat(Duration.between(event.start(), event.end())).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void saysThatAZoneIsUnknown() throws IOException {
    assertThat(skipped("DTSTART;TZID=Atlantis:20261201T100000\nDURATION:PT1H\n"))
        .satisfies(skipped -> assertThat(skipped.line()).isEqualTo(6))
        .extracting(SkippedComponent::reason)
        .isEqualTo("unknown time zone 'Atlantis'; import with --zone-of 'Atlantis=Europe/Paris'");
  }

  @Test
  void reckonsTheEndFromADuration() throws IOException {
    assertThat(event("DTSTART:20261201T100000Z\nDURATION:PT1H30M\n").end())
        .isEqualTo("2026-12-01T11:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "DTSTART;VALUE=DATE:20261201, all-day",
    "DTSTART:20261201T100000Z, has no length; import with --default-duration 30m",
    "DTSTART:20261201T100000Z|DTEND:20271203T100000Z, is longer than 366 days",
    "DTSTART:20261201T100000Z|DTEND:20271202T100001Z, is longer than 366 days",
    "DTSTART;VALUE=DATE:20261201|DTEND:20261202T100000Z, 'DTSTART is a date, DTEND a time'",
    "DTSTART:20261201T100000Z|EXRULE:FREQ=DAILY, recurring",
    "DTSTART:20261201T100000Z|DTEND;VALUE=DATE:20261202, 'DTSTART is a time, DTEND a date'",
    "DTSTART:20261201T100000Z|DURATION:PT1H|RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T100000Z, recurring (RECURRENCE-ID with RANGE)",
    "DTSTART:20261201T100000Z|DURATION:PT1H|TRANSP:TRANSPARENT, free (TRANSP:TRANSPARENT)",
    "DTEND:20261201T100000Z, has no DTSTART",
    "DTSTART:20261201T100000Z|DTEND:20261201T100000Z, has no length; import with --default-duration 30m",
    "DTSTART:20261201T100000Z|DTEND:20261201T090000Z, ends before it starts",
    "DTSTART:20261201T100000Z|DURATION:PT1H|RRULE:FREQ=DAILY, recurring",
    "DTSTART:20261201T100000Z|DURATION:PT1H|RDATE:20261202T100000Z, recurring"
  })
  void saysWhyItSkips(String properties, String reason) throws IOException {
    assertThat(skipped(properties.replace('|', '\n') + "\n"))
        .isEqualTo(new SkippedComponent("VEVENT", "7@x", 4, reason));
  }

  @Test
  void readsTheShortestAndTheLongestEvent() throws IOException {
    assertThat(event("DTSTART:20261201T100000Z\nDTEND:20261201T100001Z\n").end())
        .isEqualTo("2026-12-01T10:00:01Z");
    assertThat(event("DTSTART:20261201T100000Z\nDTEND:20271202T100000Z\n").end())
        .isEqualTo("2027-12-02T10:00:00Z");
  }

  @Test
  void saysThatTheEndCountsNotTheDuration() throws IOException {
    IcsEvent event = event(TIMES + "DURATION:PT5H\n");

    assertThat(event.end()).isEqualTo("2026-12-01T11:00:00Z");
    assertThat(event.notes()).containsExactly("has DTEND and DURATION: DTEND counts");
  }

  /** A character may be two chars. */
  @ParameterizedTest
  @CsvSource({
    "SUMMARY, 255, title shortened to 255 characters",
    "DESCRIPTION, 10000, 'description shortened to 10,000 characters'"
  })
  void shortensOnlyWhatIsTooLong(String property, int most, String note) throws IOException {
    String longest = "😀".repeat(most);
    IcsEvent kept = event(TIMES + property + ":" + longest + "\n");
    IcsEvent cut = event(TIMES + property + ":" + longest + "x\n");

    assertThat(text(kept, property)).isEqualTo(longest);
    assertThat(kept.notes()).isEmpty();
    assertThat(text(cut, property)).isEqualTo("😀".repeat(most - 1) + "…");
    assertThat(cut.notes()).containsExactly(note);
  }

  private static String text(IcsEvent event, String property) {
    return property.equals("SUMMARY") ? event.title() : event.description();
  }

  @Test
  void quotesNoMoreThanTheBeginningOfALine() throws IOException {
    String hundred = "DTSTART " + "x".repeat(92);

    assertThat(skipped(hundred + "\n").reason()).isEqualTo("has no colon: " + hundred);
    assertThat(skipped(hundred + "y\n").reason()).isEqualTo("has no colon: " + hundred + "…");
  }

  @Test
  void skipsACancellationWithoutUid() throws IOException {
    assertThat(read(HEAD + "BEGIN:VEVENT\nSTATUS:CANCELLED\nEND:VEVENT\n" + TAIL))
        .containsExactly(new SkippedComponent("VEVENT", "", 4, "cancelled, but has no UID"));
  }

  @ParameterizedTest
  @CsvSource({
    "00010101T000000Z, 0001-01-01T00:00:00Z",
    "99991231T235959Z, 9999-12-31T23:59:59Z",
    "20261101T120000, 2026-11-01T12:00:00Z",
    "20261101T120000+0100, 2026-11-01T11:00:00Z"
  })
  void readsWhenAnEventWasModified(String text, Instant time) throws IOException {
    assertThat(event(TIMES + "LAST-MODIFIED:" + text + "\n").identity().modifiedTime())
        .contains(time);
  }

  @Test
  void keepsTheBeginningOfAnUnreadableOccurrence() throws IOException {
    String garbage = "g".repeat(255);

    assertThat(event(TIMES + "RECURRENCE-ID:" + garbage + "\n").identity().recurrenceId())
        .isEqualTo(garbage);
    assertThat(event(TIMES + "RECURRENCE-ID:" + garbage + "x\n").identity().recurrenceId())
        .isEqualTo(garbage);
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
  void readsTextAsItIsEscaped(String line, String title) throws IOException {
    assertThat(event(TIMES + line + "\n").title()).isEqualTo(title);
  }

  @Test
  void readsAnEventWithoutUid() throws IOException {
    assertThat(read(HEAD + "BEGIN:VEVENT\n" + TIMES + "END:VEVENT\n" + TAIL))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::uid)
        .isEqualTo("");
  }

  @Test
  void readsVersionsAndOccurrences() throws IOException {
    assertThat(
            event(
                    TIMES
                        + "SEQUENCE:3\nLAST-MODIFIED:20261101T120000Z\n"
                        + "RECURRENCE-ID;TZID=Europe/Brussels:20261201T110000\n")
                .identity())
        .isEqualTo(
            new ComponentIdentity(
                "7@x",
                "TZID=Europe/Brussels:20261201T110000",
                3,
                Optional.of(Instant.parse("2026-11-01T12:00:00Z"))));
  }

  @ParameterizedTest
  @CsvSource({
    "SEQUENCE:2147483648, 2147483647",
    "SEQUENCE:99999999999999999999, 2147483647",
    "SEQUENCE:-1, 0",
    "SEQUENCE:1.5, 0"
  })
  void takesAnySequenceThatProgramsWrite(String line, int sequence) throws IOException {
    assertThat(event(TIMES + line + "\n").identity().sequence()).isEqualTo(sequence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99991231T235959-1200", "00010101T000000+0100", "00000101T000000Z"})
  void losesNoEventOverItsModificationTime(String time) throws IOException {
    assertThat(event(TIMES + "LAST-MODIFIED:" + time + "\n").identity().modifiedTime()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RECURRENCE-ID:20261201T100000Z, 20261201T100000Z",
    "RECURRENCE-ID;TZID=Europe/Brussels:20261201T110000, TZID=Europe/Brussels:20261201T110000",
    "RECURRENCE-ID;TZID=Office:20261201T150000, 20261201T100000Z",
    "RECURRENCE-ID:20261201T100000, 20261201T100000Z",
    "RECURRENCE-ID;VALUE=DATE:20261201, 20261201"
  })
  void writesOccurrencesSoThatTheyCanBeFoundAgain(String line, String stored) throws IOException {
    String file = HEAD + OWN_ZONE + vevent(TIMES + line + "\n") + TAIL;

    assertThat(read(file))
        .singleElement(type(IcsEvent.class))
        .satisfies(event -> assertThat(event.identity().recurrenceId()).isEqualTo(stored));
  }

  @Test
  void readsAnEndWithoutZoneInTheZoneOfTheStart() throws IOException {
    assertThat(event("DTSTART;TZID=Europe/Paris:20270610T100000\nDTEND:20270610T110000\n").end())
        .isEqualTo("2027-06-10T09:00:00Z");
  }

  @Test
  void findsAZoneWhoseNameIsQuotedOrDefinedTwice() throws IOException {
    String broken = "BEGIN:VTIMEZONE\nTZID:Office\nEND:VTIMEZONE\n";
    String quoted = OWN_ZONE.replace("TZID:Office", "TZID:\"Office\"").replace("T0", "t0");
    String event = vevent("DTSTART;TZID=\"Office\":20261201T150000\nDURATION:PT1H\n");

    assertThat(read(HEAD + broken + quoted + event + TAIL))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::start)
        .isEqualTo(Instant.parse("2026-12-01T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u200b", "\u2003 \u200e"})
  void showsThatATitleHasNothingToSee(String title) throws IOException {
    assertThat(event(TIMES + "SUMMARY:" + title + "\n").title()).isEqualTo("(no title)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"STATUS:CANCELLED", "STATUS:Cancelled", "STATUS:CANCELED"})
  void readsCancellationsThoughNothingElseCanBeRead(String status) throws IOException {
    assertThat(read(HEAD + vevent(status + "\nSEQUENCE:2\nDTSTART:never\n") + TAIL))
        .containsExactly(
            new IcsCancellation(
                new ComponentIdentity("7@x", "", 2, Optional.empty()), 4, Optional.empty()));
  }

  @Test
  void givesEventsWithoutLengthTheDefault() throws IOException {
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

  @Test
  void believesThePersonAboutAZone() throws IOException {
    String file = HEAD + vevent("DTSTART;TZID=Atlantis:20261201T100000\nDURATION:PT1H\n") + TAIL;
    ReadOptions options =
        new ReadOptions(
            Optional.empty(),
            Map.of("Atlantis", ZoneId.of("Asia/Tokyo")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(IcsFiles.read(bytes(file), options))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::start)
        .isEqualTo(Instant.parse("2026-12-01T01:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"LOCATION:Room 1, Room 1", "LOCATION:, ", "CONTACT:Anna, "})
  void takesTheOwnerFromAProperty(String line, String owner) throws IOException {
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
    assertThat(((IcsCancellation) read.get(1)).owner()).isEqualTo(Optional.ofNullable(owner));
  }

  @Test
  void skipsWhatIsNoEvent() throws IOException {
    assertThat(read(HEAD + "BEGIN:VTODO\nUID:t\nEND:VTODO\n" + TAIL))
        .containsExactly(new SkippedComponent("VTODO", "t", 4, "not an event"));
  }

  @Test
  void readsEveryCalendarOfAFile() throws IOException {
    String one = HEAD + vevent(TIMES) + TAIL;

    assertThat(read(one + one)).hasSize(2).allMatch(IcsEvent.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "Dear reader,\n", "{\"events\": []}", "BEGIN:VCARD\n"})
  void refusesAFileThatIsNoCalendar(String file) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(NotICalendarException.class);
  }

  private static String vevent(String properties) {
    return "BEGIN:VEVENT\nUID:7@x\n" + properties + "END:VEVENT\n";
  }

  private static IcsEvent event(String properties) throws IOException {
    return (IcsEvent) read(HEAD + vevent(properties) + TAIL).get(0);
  }

  private static SkippedComponent skipped(String properties) throws IOException {
    return (SkippedComponent) read(HEAD + vevent(properties) + TAIL).get(0);
  }

  private static List<IcsComponent> read(String file) throws IOException {
    return IcsFiles.read(file);
  }

  private static byte[] bytes(String file) {
    return file.getBytes(StandardCharsets.UTF_8);
  }

  private static ReadOptions inZone(String zone) {
    return ReadOptions.none().withFloatingZone(ZoneId.of(zone));
  }
}
