package calendar.client.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeReaderTest {
  /** In Brussels it is already Tuesday the first of December, half an hour past midnight. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T23:30:15.678Z"), ZoneOffset.UTC);

  private final TimeReader times = new TimeReader(CLOCK, ZoneId.of("Europe/Brussels"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01 10:00 | 2026-12-01T09:00:00Z",
        "2026-12-01T10:00 | 2026-12-01T09:00:00Z",
        "2026-12-01   10:00:30 | 2026-12-01T09:00:30Z",
        "2026-07-01 10:00 | 2026-07-01T08:00:00Z",
        "2026-12-01T10:00:00Z | 2026-12-01T10:00:00Z",
        "2026-12-01t10:00:00.5z | 2026-12-01T10:00:00.500Z",
        "2026-12-01T10:00:00.123456789+00:00 | 2026-12-01T10:00:00.123456789Z",
        "2026-12-01T10:00:00+05:30 | 2026-12-01T04:30:00Z",
        "2026-12-01T10:00-01:00 | 2026-12-01T11:00:00Z",
        "2026-12-01 10:00:00-01:00 | 2026-12-01T11:00:00Z",
        "2026-12-01 | 2026-11-30T23:00:00Z",
        "today | 2026-11-30T23:00:00Z",
        "10:00 | 2026-12-01T09:00:00Z",
        "9:05 | 2026-12-01T08:05:00Z",
        "0:10 | 2026-11-30T23:10:00Z",
        "Tomorrow 10:00 | 2026-12-02T09:00:00Z",
        "yesterday 10:00 | 2026-11-30T09:00:00Z",
        "Nov 12 noon | 2027-11-12T11:00:00Z",
        "in 2 minutes | 2026-11-30T23:32:15Z",
        "In 1h30m | 2026-12-01T01:00:15Z",
        "in an hour | 2026-12-01T00:30:15Z",
        "in 2 days | 2026-12-02T23:30:15Z",
        "365000 days ago | 1027-07-31T23:30:15Z",
        "3 hours ago | 2026-11-30T20:30:15Z",
        "now | 2026-11-30T23:30:15Z"
      })
  void readsCommonForms(String text, Instant time) {
    assertThat(times.time(text)).isEqualTo(ResolvedTime.of(time));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9 AM | 09:00",
        "1am | 01:00",
        "12am | 00:00",
        "1pm | 13:00",
        "12pm | 12:00",
        "0.05 | 00:05",
        "9.13 | 09:13",
        "23:59:59 | 23:59:59",
        "9 a.m. | 09:00",
        "9:30 p.m. | 21:30",
        "9:30PM | 21:30",
        "12:30am | 00:30",
        "12:30 pm | 12:30",
        "at 9am | 09:00",
        "9.30 | 09:30",
        "9.00 | 09:00",
        "9.05pm | 21:05",
        "9h30 | 09:30",
        "21:00:30 | 21:00:30",
        "Noon | 12:00",
        "12 noon | 12:00",
        "midnight | 00:00",
        "00:00 | 00:00"
      })
  void readsTimesOfDay(String text, String time) {
    Instant tomorrow = times.time("2026-12-02T" + time).instant();
    assertThat(times.time("tomorrow " + text).instant()).isEqualTo(tomorrow);
    assertThat(times.time(text + " on Wednesday").instant()).isEqualTo(tomorrow);
    assertThat(times.time("  2 dec,\t" + text + " ").instant()).isEqualTo(tomorrow);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Z | 09:00",
        "UTC | 09:00",
        "gmt | 09:00",
        "+0530 | 03:30",
        "+5:30 | 03:30",
        "+05 | 04:00",
        "-01:00 | 10:00",
        "-09:00 | 18:00",
        "europe/paris | 08:00",
        "America/New_York | 14:00",
        "America/Argentina/Buenos_Aires | 12:00"
      })
  void readsTimeZones(String zone, String time) {
    assertThat(times.time("2026-12-04 9:00 " + zone).instant())
        .isEqualTo("2026-12-04T" + time + ":00Z");
    assertThat(times.time("9am " + zone + " fri").instant())
        .isEqualTo("2026-12-04T" + time + ":00Z");
  }

  /** In UTC it is still November. */
  @Test
  void usesTodayOfWrittenZone() {
    assertThat(times.time("9:00Z").instant()).isEqualTo("2026-11-30T09:00:00Z");
    assertThat(times.time("tomorrow 9:00 UTC").instant()).isEqualTo("2026-12-01T09:00:00Z");
  }

  @Test
  void reads24AsEndOfDay() {
    assertThat(times.time("2026-12-31 24:00").instant()).isEqualTo("2026-12-31T23:00:00Z");
    assertThat(times.start("24:00").instant()).isEqualTo("2026-12-01T23:00:00Z");
    assertThat(times.start("tuesday 24:00").instant()).isEqualTo("2026-12-01T23:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-24 | 2026-12-24",
        "2026-2-3 | 2026-02-03",
        "today | 2026-12-01",
        "TOMORROW | 2026-12-02",
        "yesterday | 2026-11-30",
        "31.12.2026 | 2026-12-31",
        "Monday | 2026-12-07",
        "tuesday | 2026-12-01",
        "this tues | 2026-12-01",
        "next tuesday | 2026-12-08",
        "next mon. | 2026-12-07",
        "next sunday | 2026-12-13",
        "on Weds | 2026-12-02",
        "thurs | 2026-12-03",
        "30 Nov | 2027-11-30",
        "30 Nov 1900 | 1900-11-30",
        "0001-01-01 | 0001-01-01",
        "1 Dec | 2026-12-01",
        "Sept 5th | 2027-09-05",
        "3rd of January 2028 | 2028-01-03",
        "29 Feb | 2028-02-29",
        "24-Dec-2026 | 2026-12-24",
        "Thu, Dec. 24, 2026 | 2026-12-24",
        "Thursday 24 December | 2026-12-24"
      })
  void readsDatesInItsZone(String text, LocalDate date) {
    assertThat(times.date(text)).isEqualTo(date);
  }
}
