package calendar.client.command.output.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {
  @ParameterizedTest
  @CsvSource({
    "2027-10-31T00:30:00Z, 2027-10-31T02:00:00Z, Europe/Brussels, 02:30 +02:00 – 03:00",
    "2027-10-31T01:30:00Z, 2027-10-31T02:00:00Z, Europe/Brussels, 02:30 +01:00 – 03:00",
    "2027-10-31T00:30:00Z, 2027-10-31T01:30:00Z, Europe/Brussels, 02:30 +02:00 – 02:30 +01:00",
    "2027-10-30T23:59:59Z, 2027-10-31T00:00:00Z, Europe/Brussels, 01:59:59 – 02:00 +02:00",
    "2027-10-31T01:30:30Z, 2027-10-31T02:00:00Z, Europe/London, 01:30:30 +00:00 – 02:00",
    "2027-03-28T00:30:00Z, 2027-03-28T01:00:00Z, Europe/Brussels, 01:30 – 03:00",
    "2027-10-31T00:30:00Z, 2027-10-31T02:00:00Z, UTC, 00:30 – 02:00"
  })
  void showsOffsetOnlyOfAmbiguousTimes(Instant start, Instant end, ZoneId zone, String times) {
    assertThat(new TimeSpan(start, end, zone).times()).isEqualTo(times);
    assertThat(new TimeSpan(start, end, zone).dayAndTimes()).endsWith(" " + times);
    assertThat(TimeSpan.moment(start, zone)).endsWith(" " + times.split(" – ")[0]);
  }
}
