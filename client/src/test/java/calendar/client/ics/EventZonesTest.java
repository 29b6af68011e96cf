package calendar.client.ics;

import static calendar.client.ics.IcsFiles.HEAD;
import static calendar.client.ics.IcsFiles.OWN_ZONE;
import static calendar.client.ics.IcsFiles.TAIL;
import static calendar.client.ics.IcsFiles.bytes;
import static calendar.client.ics.IcsFiles.event;
import static calendar.client.ics.IcsFiles.inZone;
import static calendar.client.ics.IcsFiles.read;
import static calendar.client.ics.IcsFiles.skipped;
import static calendar.client.ics.IcsFiles.vevent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.event.SkippedComponent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The zones of the times of an event. */
class EventZonesTest {
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
  void findsZoneOfEveryTime(String start, Instant instant) throws IOException {
    String file = HEAD + OWN_ZONE + vevent(start + "\nDURATION:PT1H\n") + TAIL;

    assertThat(IcsFiles.read(bytes(file), inZone("America/New_York")))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::start)
        .isEqualTo(instant);
  }

  /** Times in UTC, with an offset, or in a zone of the file have no IANA name. */
  @ParameterizedTest
  @CsvSource({
    "DTSTART;TZID=Europe/Brussels:20260701T100000, Europe/Brussels",
    "DTSTART;TZID=europe/brussels:20260701T100000, Europe/Brussels",
    "DTSTART;TZID=\"W. Europe Standard Time\":20261201T100000, Europe/Berlin",
    "DTSTART;TZID=/example.org/20260101_1/Europe/Paris:20261201T100000, Europe/Paris",
    "DTSTART;TZID=UTC:20261201T100000, UTC",
    "DTSTART:20261201T100000, America/New_York",
    "DTSTART;TZID=Office:20261201T100000, ",
    "DTSTART;TZID=GMT+0530:20261201T100000, ",
    "DTSTART:20261201T100000Z, ",
    "DTSTART;TZID=Europe/Brussels:20261201T100000Z, ",
    "DTSTART:20261201T100000+0100, "
  })
  void keepsIanaNameOfStart(String start, String name) throws IOException {
    String end = "\nDTEND;TZID=Asia/Tokyo:20261203T000000\n";
    String file = HEAD + OWN_ZONE + vevent(start + end) + TAIL;

    assertThat(IcsFiles.read(bytes(file), inZone("America/New_York")))
        .singleElement(type(IcsEvent.class))
        .extracting(event -> event.period().timeZone())
        .isEqualTo(Optional.ofNullable(name));
  }

  /** Without --zone and X-WR-TIMEZONE, the file names no zone. */
  @Test
  void floatingTimesHaveNoZoneByDefault() throws IOException {
    String file = HEAD + vevent("DTSTART:20261201T100000\nDURATION:PT1H\n") + TAIL;

    assertThat(IcsFiles.read(bytes(file), ReadOptions.none()))
        .singleElement(type(IcsEvent.class))
        .extracting(event -> event.period().timeZone())
        .isEqualTo(Optional.empty());
  }

  @Test
  void usesRulesOfFileForItsZones() throws IOException {
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
  void reportsUnknownZone() throws IOException {
    assertThat(skipped("DTSTART;TZID=Atlantis:20261201T100000\nDURATION:PT1H\n"))
        .satisfies(skipped -> assertThat(skipped.line()).isEqualTo(6))
        .extracting(SkippedComponent::reason)
        .isEqualTo("unknown time zone 'Atlantis'; import with --zone-of 'Atlantis=Europe/Paris'");
  }

  @Test
  void readsEndInZoneOfStart() throws IOException {
    assertThat(event("DTSTART;TZID=Europe/Paris:20270610T100000\nDTEND:20270610T110000\n").end())
        .isEqualTo("2027-06-10T09:00:00Z");
  }

  @Test
  void findsZonesWithQuotedOrRepeatedName() throws IOException {
    String broken = "BEGIN:VTIMEZONE\nTZID:Office\nEND:VTIMEZONE\n";
    String quoted = OWN_ZONE.replace("TZID:Office", "TZID:\"Office\"").replace("T0", "t0");
    String event = vevent("DTSTART;TZID=\"Office\":20261201T150000\nDURATION:PT1H\n");

    assertThat(read(HEAD + broken + quoted + event + TAIL))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::start)
        .isEqualTo(Instant.parse("2026-12-01T10:00:00Z"));
  }

  @Test
  void prefersZoneOptionOverFile() throws IOException {
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
}
