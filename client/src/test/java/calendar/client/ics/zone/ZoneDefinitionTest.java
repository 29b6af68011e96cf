package calendar.client.ics.zone;

import static calendar.client.ics.zone.ZoneParts.dated;
import static calendar.client.ics.zone.ZoneParts.once;
import static calendar.client.ics.zone.ZoneParts.ruled;
import static calendar.client.ics.zone.ZoneParts.utc;
import static calendar.client.ics.zone.ZoneParts.zone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneDefinitionTest {
  private static final String OCTOBER = "FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10";
  private static final String MARCH = "FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3";

  /** The zone of Berlin, as Outlook writes it. */
  private static final FileZone OUTLOOK =
      zone(
          ruled("16010101T030000", "+0200", "+0100", OCTOBER),
          ruled("16010101T020000", "+0100", "+0200", MARCH));

  @ParameterizedTest
  @CsvSource({
    "2026-01-15T10:00, 2026-01-15T09:00:00Z",
    "2026-07-15T10:00, 2026-07-15T08:00:00Z",
    "2176-07-15T10:00, 2176-07-15T08:00:00Z",
    "2099-12-31T23:30, 2099-12-31T22:30:00Z",
    "2100-01-01T00:30, 2099-12-31T23:30:00Z",
    "9999-07-15T10:00, 9999-07-15T08:00:00Z",
    "9999-12-31T10:00, 9999-12-31T09:00:00Z",
    "1600-07-15T10:00, 1600-07-15T09:00:00Z"
  })
  void followsTheRulesOfOutlook(LocalDateTime local, Instant instant) {
    assertThat(OUTLOOK.resolve(local)).isEqualTo(instant);
    assertThat(OUTLOOK.local(instant)).isEqualTo(local);
  }

  @Test
  void usesTheOffsetBeforeAGap() {
    assertThat(OUTLOOK.resolve(LocalDateTime.parse("2026-03-29T02:30")))
        .isEqualTo("2026-03-29T01:30:00Z");
  }

  @Test
  void usesTheFirstOfTwoInstants() {
    assertThat(OUTLOOK.resolve(LocalDateTime.parse("2026-10-25T02:30")))
        .isEqualTo("2026-10-25T00:30:00Z");
  }

  @Test
  void keepsItsName() {
    assertThat(OUTLOOK.name()).isEqualTo("My zone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNTIL=20171015T030000Z",
        "UNTIL=20171015T000000",
        "UNTIL=20171015",
        "COUNT=10",
        "until=20171015T030000z"
      })
  void endsDaylightSavingTime(String end) {
    FileZone brasilia =
        zone(
            ruled("20081019T000000", "-0300", "-0200", "FREQ=YEARLY;BYDAY=3SU;BYMONTH=10;" + end),
            ruled(
                "20160221T000000",
                "-0200",
                "-0300",
                "FREQ=YEARLY;UNTIL=20190217T020000Z;BYDAY=3SU;BYMONTH=2"));
    assertThat(utc(brasilia, "2017-10-14T12:00")).isEqualTo("2017-10-14T15:00:00Z");
    assertThat(utc(brasilia, "2017-10-15T12:00")).isEqualTo("2017-10-15T14:00:00Z");
    assertThat(utc(brasilia, "2018-01-11T10:00")).isEqualTo("2018-01-11T12:00:00Z");
    assertThat(utc(brasilia, "2018-12-11T10:00")).isEqualTo("2018-12-11T13:00:00Z");
    assertThat(utc(brasilia, "2027-01-11T10:00")).isEqualTo("2027-01-11T13:00:00Z");
  }

  @Test
  void acceptsSingleObservanceWithoutOffsetFrom() {
    FileZone brisbane = zone(once("16010101T000000", null, "+1000"));
    assertThat(utc(brisbane, "2026-12-01T10:00")).isEqualTo("2026-12-01T00:00:00Z");
    assertThat(utc(brisbane, "1500-12-01T10:00")).isEqualTo("1500-12-01T00:00:00Z");
  }

  @Test
  void usesPreviousOffsetIfMissing() {
    FileZone zone =
        zone(
            ruled("16010101T030000", null, "+0100", OCTOBER),
            ruled("16010101T020000", null, "+0200", MARCH));
    for (String local :
        List.of("2026-03-29T02:30", "2026-10-25T02:30", "2026-10-25T03:00", "2026-03-29T01:59")) {
      assertThat(utc(zone, local)).as(local).isEqualTo(utc(OUTLOOK, local));
    }
  }

  @Test
  void keepsLastOnsetWithoutOffsetFrom() {
    FileZone zone =
        zone(
            once("20000101T000000", "+0100", "+0100"),
            ruled("20010325T020000", null, "+0200", MARCH + ";UNTIL=20050327T010000Z"),
            ruled("20011028T030000", null, "+0100", OCTOBER + ";UNTIL=20041031T010000Z"));
    assertThat(utc(zone, "2004-12-01T12:00")).isEqualTo("2004-12-01T11:00:00Z");
    assertThat(utc(zone, "2020-12-01T12:00")).isEqualTo("2020-12-01T10:00:00Z");
  }

  @Test
  void readsSecondsOfOffsets() {
    FileZone brussels =
        zone(
            once("18800101T000000", "+001730", "+001730"),
            once("18920501T001730", "+001730", "+0000"));
    assertThat(utc(brussels, "1885-06-15T10:00")).isEqualTo("1885-06-15T09:42:30Z");
    assertThat(utc(brussels, "1900-06-15T10:00")).isEqualTo("1900-06-15T10:00:00Z");
  }

  @Test
  void readsOffsetsWithColonOrWithoutSign() {
    FileZone zone = zone(once("20000101T000000", "0100", "+02:00"));
    assertThat(utc(zone, "1999-06-01T12:00")).isEqualTo("1999-06-01T11:00:00Z");
    assertThat(utc(zone, "2001-06-01T12:00")).isEqualTo("2001-06-01T10:00:00Z");
  }

  @Test
  void acceptsDatesInEveryForm() {
    FileZone zone =
        zone(
            dated("20000326T020000", "+0100", "+0200", "20010325T010000Z,20020331T020000"),
            dated("20001029T030000", "+0200", "+0100", "20011028", "bad,20021027T030000"),
            dated("20030330T020000", "+0100", "+0200", "20040101T000000/PT1H"));
    assertThat(utc(zone, "2000-12-01T12:00")).isEqualTo("2000-12-01T11:00:00Z");
    assertThat(utc(zone, "2001-03-25T01:59")).isEqualTo("2001-03-25T00:59:00Z");
    assertThat(utc(zone, "2001-03-25T03:00")).isEqualTo("2001-03-25T01:00:00Z");
    assertThat(utc(zone, "2001-03-25T02:30")).isEqualTo("2001-03-25T01:30:00Z");
    assertThat(utc(zone, "2001-10-28T12:00")).isEqualTo("2001-10-28T11:00:00Z");
    assertThat(utc(zone, "2002-03-31T02:30")).isEqualTo("2002-03-31T01:30:00Z");
    assertThat(utc(zone, "2002-10-27T02:30")).isEqualTo("2002-10-27T00:30:00Z");
    assertThat(utc(zone, "2002-06-01T12:00")).isEqualTo("2002-06-01T10:00:00Z");
    assertThat(utc(zone, "2002-12-01T12:00")).isEqualTo("2002-12-01T11:00:00Z");
    assertThat(utc(zone, "2004-06-01T12:00")).isEqualTo("2004-06-01T10:00:00Z");
  }

  @Test
  void acceptsStartsInUtc() {
    FileZone zone =
        zone(
            ruled("20001029T010000Z", "+0200", "+0100", OCTOBER),
            ruled("20000326T010000Z", "+0100", "+0200", MARCH));
    for (String local :
        List.of(
            "2026-03-29T01:59",
            "2026-03-29T02:30",
            "2026-03-29T03:00",
            "2026-10-25T02:30",
            "2026-10-25T03:00")) {
      assertThat(utc(zone, local)).as(local).isEqualTo(utc(OUTLOOK, local));
    }
  }

  @Test
  void acceptsDatesInUtcWithoutOffsetFrom() {
    FileZone zone =
        zone(
            once("20000101T000000", "+0100", "+0100"),
            dated("20000326T020000", null, "+0200", "20010325T010000Z"));
    assertThat(utc(zone, "2002-01-01T12:00")).isEqualTo("2002-01-01T10:00:00Z");
  }

  @Test
  void changesOffsetAtEndOfDay() {
    FileZone zone =
        zone(
            ruled("20000101T240000", "+0200", "+0300", "FREQ=YEARLY;BYMONTH=4;BYDAY=-1TH"),
            ruled("20000101T000000", "+0300", "+0200", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1TH"));
    assertThat(utc(zone, "2026-04-30T23:59")).isEqualTo("2026-04-30T21:59:00Z");
    assertThat(utc(zone, "2026-05-01T01:00")).isEqualTo("2026-04-30T22:00:00Z");
  }

  @Test
  void ignoresStartOutsideRule() {
    FileZone zone =
        zone(
            ruled("20260101T030000", "+0200", "+0100", OCTOBER),
            ruled("20260101T020000", "+0100", "+0200", MARCH));
    assertThat(utc(zone, "2026-02-01T12:00")).isEqualTo("2026-02-01T11:00:00Z");
    assertThat(utc(zone, "2025-07-01T12:00")).isEqualTo("2025-07-01T11:00:00Z");
  }

  @Test
  void usesStartOfEndedRule() {
    FileZone zone = zone(ruled("20000326T020000", "+0100", "+0200", MARCH + ";UNTIL=19990101"));
    assertThat(utc(zone, "2026-01-01T12:00")).isEqualTo("2026-01-01T10:00:00Z");
  }

  @Test
  void acceptsTheSameOnsetTwice() {
    FileZone zone =
        zone(
            once("20000326T020000", "+0100", "+0200"),
            once("20000326T020000", "+0100", "+0200"),
            once("20000326T020000", "+0100", "+0300"));
    assertThat(utc(zone, "1999-01-01T12:00")).isEqualTo("1999-01-01T11:00:00Z");
    assertThat(utc(zone, "2026-01-01T12:00")).isEqualTo("2026-01-01T09:00:00Z");
  }

  @Test
  void keepsDayAcrossClockChange() {
    LocalDateTime start = LocalDateTime.parse("2026-03-28T10:00");
    assertThat(Duration.between(OUTLOOK.resolve(start), OUTLOOK.resolve(start.plusDays(1))))
        .isEqualTo(Duration.ofHours(23));
  }
}
