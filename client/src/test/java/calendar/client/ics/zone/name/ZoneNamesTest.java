package calendar.client.ics.zone.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Paris | Europe/Paris",
        "europe/paris | Europe/Paris",
        "America/Argentina/Buenos_Aires | America/Argentina/Buenos_Aires",
        "Europe/Kyiv | Europe/Kyiv",
        "EST5EDT | EST5EDT",
        "EST | Etc/GMT+5",
        "MST | Etc/GMT+7",
        "HST | Etc/GMT+10",
        "Etc/UTC | Etc/UTC",
        "UTC | UTC",
        "GMT | GMT",
        "Z | UTC",
        "Coordinated Universal Time | UTC",
        "tzone://Microsoft/Utc | UTC"
      })
  void knowsIanaNames(String name, String zone) {
    assertThat(ZoneNames.known(name)).contains(ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "W. Europe Standard Time | Europe/Berlin",
        "w. europe standard time | Europe/Berlin",
        "Romance Standard Time | Europe/Paris",
        "Eastern Standard Time | America/New_York",
        "Eastern Standard Time 1 | America/New_York",
        "Central Standard Time (Mexico) 2 | America/Mexico_City",
        "Mexico Standard Time 2 | America/Mazatlan",
        "Russia Time Zone 3 | Europe/Samara",
        "UTC-11 | Etc/GMT+11",
        "Samoa Standard Time | Pacific/Apia",
        "tzone://Microsoft/Pacific Standard Time | America/Los_Angeles"
      })
  void knowsWindowsNames(String name, String zone) {
    assertThat(ZoneNames.known(name)).contains(ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna | Europe/Berlin",
        "(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna | Europe/Berlin",
        "(UTC+01:00)Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna | Europe/Berlin",
        "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna | Europe/Berlin",
        "(GMT+01.00) Brussels, Copenhagen, Madrid, Paris | Europe/Paris",
        "(UTC-08:00) Pacific Time (US & Canada) | America/Los_Angeles",
        "(UTC-08:00) Pacific Time (US and Canada) | America/Los_Angeles",
        "Eastern Time (US & Canada) | America/New_York",
        "(UTC+10:00) Brisbane | Australia/Brisbane",
        "(UTC-03:00) Brasilia | America/Sao_Paulo",
        "(UTC-04:30) Caracas | America/Caracas",
        "(UTC) Dublin, Edinburgh, Lisbon, London | Europe/London",
        "(UTC) Coordinated Universal Time | Etc/UTC",
        "(GMT-11:00) Midway Island, Samoa | Pacific/Pago_Pago"
      })
  void knowsDisplayedNames(String name, String zone) {
    assertThat(ZoneNames.known(name)).contains(ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "/freeassociation.sourceforge.net/Europe/Paris, Europe/Paris",
    "/freeassociation.sourceforge.net/Tzfile/Europe/Paris, Europe/Paris",
    "/mozilla.org/20050126_1/Europe/Berlin, Europe/Berlin",
    "/citadel.org/20210210_1/America/Argentina/Buenos_Aires, America/Argentina/Buenos_Aires",
    "/softwarestudio.org/Tzfile/America/New_York, America/New_York",
    "/example.org/UTC, UTC"
  })
  void knowsTheLastSegments(String name, String zone) {
    assertThat(ZoneNames.known(name)).contains(ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "GMT+0200, +02:00",
    "UTC-5, -05:00",
    "+02:00, +02:00",
    "-0330, -03:30",
    "UTC+01:00, +01:00",
    "UTC +1, +01:00",
    "gmt+530, +05:30",
    "GMT-13, -13:00",
    "UTC+14, +14:00",
    "UTC-14:00, -14:00",
    "GMT-12, -12:00",
    "+00:30, +00:30",
    "UTC\u22125, -05:00",
    "+0000, Z"
  })
  void knowsFixedOffsets(String name, String offset) {
    ZoneId zone = ZoneNames.known(name).orElseThrow();
    assertThat(zone.getRules().getOffset(Instant.EPOCH)).isEqualTo(ZoneOffset.of(offset));
    assertThat(zone.getRules().isFixedOffset()).isTrue();
  }

  @Test
  void usesIanaNamesForWholeHours() {
    assertThat(ZoneNames.known("GMT+0200")).contains(ZoneId.of("Etc/GMT-2"));
    assertThat(ZoneNames.known("GMT-12")).contains(ZoneId.of("Etc/GMT+12"));
    assertThat(ZoneNames.known("GMT-13")).contains(ZoneOffset.ofHours(-13));
    assertThat(ZoneNames.known("+0530")).contains(ZoneOffset.ofHoursMinutes(5, 30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/",
        "Customized Time Zone",
        "My Europe/Paris office",
        "Europe/Paris office",
        "US-Eastern",
        "Mitteleuropäische Zeit",
        "Brasilia",
        "Samoa",
        "CST",
        "IST",
        "PST",
        "SystemV/EST5",
        "UTC 1",
        "GMT+15",
        "GMT+1401",
        "GMT-14:01",
        "GMT+0260",
        "UTC+",
        "(UTC+01:00)",
        "(UTC+01:00) Somewhere",
        "(UTC+06:00) Almaty, Novosibirsk",
        "Europe/Paris 1"
      })
  void leavesOtherNamesUnknown(String name) {
    assertThat(ZoneNames.known(name)).isEmpty();
  }
}
