package calendar.client.ics;

import static calendar.client.ics.IcsFiles.HEAD;
import static calendar.client.ics.IcsFiles.OWN_ZONE;
import static calendar.client.ics.IcsFiles.TAIL;
import static calendar.client.ics.IcsFiles.bytes;
import static calendar.client.ics.IcsFiles.event;
import static calendar.client.ics.IcsFiles.inZone;
import static calendar.client.ics.IcsFiles.skipped;
import static calendar.client.ics.IcsFiles.vevent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import calendar.client.ics.event.EventDates;
import calendar.client.ics.event.FloatingZone;
import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.event.IcsFile;
import calendar.client.ics.event.SkippedComponent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events whose DTSTART is a date. */
class AllDayTest {
  private static final String DAY = "DTSTART;VALUE=DATE:20261201\n";

  @ParameterizedTest
  @CsvSource({
    "DTSTART;VALUE=DATE:20261201, 2026-12-02",
    "DTSTART:20261201, 2026-12-02",
    "DTSTART;VALUE=DATE:20261201T093000Z, 2026-12-02",
    "DTSTART;VALUE=DATE:20261201|DTEND;VALUE=DATE:20261202, 2026-12-02",
    "DTSTART;VALUE=DATE:20261201|DTEND;VALUE=DATE:20261201, 2026-12-02",
    "DTSTART;VALUE=DATE:20261201|DTEND;VALUE=DATE:20261204, 2026-12-04",
    "DTSTART;VALUE=DATE:20261201|DTEND:20271202, 2027-12-02",
    "DTSTART;VALUE=DATE:20261201|DURATION:P3D, 2026-12-04",
    "DTSTART;VALUE=DATE:20261201|DURATION:P1W, 2026-12-08",
    "DTSTART;VALUE=DATE:20261201|DURATION:P2DT0H0M0S, 2026-12-03",
    "DTSTART;VALUE=DATE:20261201|DURATION:P0D, 2026-12-02",
    "DTSTART;TZID=Asia/Tokyo;VALUE=DATE:20261201, 2026-12-02"
  })
  void readsDays(String properties, LocalDate end) throws IOException {
    IcsEvent event = event(properties.replace('|', '\n') + "\n");

    assertThat(event.period().dates()).contains(new EventDates(LocalDate.of(2026, 12, 1), end));
    assertThat(event.period().timeZone()).contains("UTC");
    assertThat(event.start()).isEqualTo("2026-12-01T00:00:00Z");
    assertThat(event.end()).isEqualTo(end + "T00:00:00Z");
    assertThat(event.free()).isFalse();
    assertThat(event.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DTEND:20261130, ends before it starts",
    "DURATION:-P1D, ends before it starts",
    "DTEND:20271203, is longer than 366 days",
    "DURATION:P53W, is longer than 366 days",
    "DTEND:20261202T100000Z, 'DTSTART is a date, DTEND a time'",
    "DURATION:PT24H, 'DTSTART is a date, DURATION has a time: DURATION:PT24H'",
    "DURATION:P1DT1S, 'DTSTART is a date, DURATION has a time: DURATION:P1DT1S'",
    "DURATION:1 day, is not a duration: DURATION:1 day",
    "DURATION:P9999999D, is longer than 366 days",
    "DTEND:20260230, does not exist: DTEND:20260230"
  })
  void explainsSkippedDays(String property, String reason) throws IOException {
    assertThat(skipped(DAY + property + "\n").reason()).isEqualTo(reason);
  }

  @Test
  void endsBeforeYearTenThousand() throws IOException {
    assertThat(event("DTSTART:99991230\n").period().dates().orElseThrow().end())
        .isEqualTo("9999-12-31");
    assertThat(skipped("DTSTART:99991231\n").reason()).isEqualTo("ends after the year 9999");
  }

  @Test
  void prefersEndToDuration() throws IOException {
    IcsEvent event = event(DAY + "DTEND:20261203\nDURATION:P5D\n");

    assertThat(event.period().dates().orElseThrow().lastDay()).isEqualTo("2026-12-02");
    assertThat(event.notes()).containsExactly("has DTEND and DURATION: DURATION is ignored");
  }

  @Test
  void ignoresDefaultDuration() throws IOException {
    ReadOptions options =
        new ReadOptions(
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.of(Duration.ofMinutes(30)),
            Optional.empty());

    assertThat(IcsFiles.read(bytes(HEAD + vevent(DAY) + TAIL), options))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::end)
        .isEqualTo(Instant.parse("2026-12-02T00:00:00Z"));
  }

  /** A day begins at its first instant, which is not always 00:00. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Brussels, 20260329, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "America/Sao_Paulo, 20171015, 2017-10-15T03:00:00Z, 2017-10-16T02:00:00Z",
    "America/Toronto, 19190331, 1919-03-31T04:30:00Z, 1919-04-01T04:00:00Z",
    "America/Havana, 20261101, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
    "Pacific/Apia, 20111229, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z"
  })
  void computesFirstInstantOfDays(String zone, String date, Instant start, Instant end)
      throws IOException {
    IcsEvent event = (IcsEvent) in(zone, "DTSTART:" + date + "\n");

    assertThat(event.start()).isEqualTo(start);
    assertThat(event.end()).isEqualTo(end);
    assertThat(event.period().timeZone()).contains(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "Pacific/Apia, 20111230, 20111231, 2011-12-30 does not exist in Pacific/Apia",
    "Pacific/Apia, 20111229, 20111231, 2011-12-30 does not exist in Pacific/Apia",
    "Pacific/Kwajalein, 19930821, 19930823, 1993-08-21 does not exist in Pacific/Kwajalein"
  })
  void skipsDaysThatZoneSkipped(String zone, String start, String end, String reason)
      throws IOException {
    assertThat(in(zone, "DTSTART:" + start + "\nDTEND:" + end + "\n"))
        .isEqualTo(new SkippedComponent("VEVENT", "7@x", 4, reason));
    assertThat(event("DTSTART:" + start + "\nDTEND:" + end + "\n")).isNotNull();
  }

  @Test
  void spansDayThatZoneSkipped() throws IOException {
    IcsEvent event = (IcsEvent) in("Pacific/Apia", "DTSTART:20111229\nDTEND:20120101\n");

    assertThat(Duration.between(event.start(), event.end())).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void takesZoneFromOptionThenFile() throws IOException {
    String file = zoned("Europe/Brussels", "");

    assertThat(read(file, inZone("Asia/Tokyo")).floatingZones())
        .containsExactly(new FloatingZone("Asia/Tokyo", FloatingZone.Source.OPTION));
    assertThat(zone(file, inZone("Asia/Tokyo"))).contains("Asia/Tokyo");
    assertThat(read(file, ReadOptions.none()).floatingZones())
        .containsExactly(new FloatingZone("Europe/Brussels", FloatingZone.Source.FILE));
    assertThat(zone(file, ReadOptions.none())).contains("Europe/Brussels");
    assertThat(read(HEAD + vevent(DAY) + TAIL, ReadOptions.none()).floatingZones())
        .containsExactly(new FloatingZone("UTC", FloatingZone.Source.DEFAULT));
    assertThat(zone(HEAD + vevent(DAY) + TAIL, ReadOptions.none())).contains("UTC");
  }

  @ParameterizedTest
  @CsvSource({
    "Romance Standard Time, Europe/Paris",
    "GMT+0200, Etc/GMT-2",
    "Etc/UTC, Etc/UTC",
    "Z, UTC"
  })
  void findsIanaNameOfFileZone(String written, String name) throws IOException {
    assertThat(zone(zoned(written, ""), ReadOptions.none())).contains(name);
  }

  /** The calendar keeps the name of the zone, which only the IANA database can explain. */
  @ParameterizedTest
  @CsvSource({
    "Office, 'all-day in the time zone ''Office'', which has no IANA name; import with --zone-of ''Office=Europe/Paris'''",
    "GMT+0530, 'all-day in the time zone ''GMT+0530'', which has no IANA name; import with --zone-of ''GMT+0530=Europe/Paris'''",
    "Atlantis, 'unknown time zone ''Atlantis''; import with --zone-of ''Atlantis=Europe/Paris'''"
  })
  void needsIanaNameOfZone(String zone, String reason) throws IOException {
    String file = zoned(zone, OWN_ZONE);
    ReadOptions repaired =
        new ReadOptions(
            Optional.empty(),
            Map.of(zone, ZoneId.of("Asia/Kolkata")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(read(file, ReadOptions.none()).components())
        .singleElement(type(SkippedComponent.class))
        .extracting(SkippedComponent::reason)
        .isEqualTo(reason);
    assertThat(read(file, ReadOptions.none()).floatingZones()).isEmpty();
    assertThat(zone(file, repaired)).contains("Asia/Kolkata");
    assertThat(zone(file, inZone("Asia/Tokyo"))).contains("Asia/Tokyo");
  }

  @ParameterizedTest
  @CsvSource({
    "TRIGGER:-PT15H, PT15H, ",
    "TRIGGER:-P1D, PT23H, ",
    "TRIGGER;RELATED=END:-P2D, PT23H, ",
    "TRIGGER;VALUE=DATE-TIME:20260329T200000, PT4H, ",
    "TRIGGER:PT9H, , 'alarm dropped, line 8: after the start'"
  })
  void remindsBeforeFirstInstant(String trigger, Duration before, String note) throws IOException {
    String alarm = "BEGIN:VALARM\n" + trigger + "\nEND:VALARM\n";
    IcsEvent event = (IcsEvent) in("Europe/Brussels", "DTSTART:20260330\n" + alarm);

    assertThat(event.remindBefore()).isEqualTo(Optional.ofNullable(before).stream().toList());
    assertThat(event.notes()).isEqualTo(Optional.ofNullable(note).stream().toList());
  }

  private static IcsComponent in(String zone, String properties) throws IOException {
    return IcsFiles.read(bytes(HEAD + vevent(properties) + TAIL), inZone(zone)).get(0);
  }

  private static String zoned(String zone, String definition) {
    return HEAD + "X-WR-TIMEZONE:" + zone + "\n" + definition + vevent(DAY) + TAIL;
  }

  private static Optional<String> zone(String file, ReadOptions options) throws IOException {
    return ((IcsEvent) read(file, options).components().get(0)).period().timeZone();
  }

  private static IcsFile read(String file, ReadOptions options) throws IOException {
    return IcsReader.read(bytes(file), options);
  }
}
