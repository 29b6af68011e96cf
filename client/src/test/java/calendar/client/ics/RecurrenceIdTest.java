package calendar.client.ics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceIdTest {
  @ParameterizedTest
  @CsvSource({
    "20261201T100000Z, 20261201T100000Z, true",
    "20261201T100000Z, TZID=Europe/Brussels:20261201T110000, true",
    "20261201T100000Z, TZID=W. Europe Standard Time:20261201T110000, true",
    "20261201T100000Z, 20261201T110000Z, false",
    "20261201, TZID=Europe/Brussels:20261201T110000, true",
    "20261202, TZID=Europe/Brussels:20261201T110000, false",
    "20261201, 20261201, true",
    "20261201, 20261202, false",
    "garbage, garbage, true",
    "garbage, 20261201, false"
  })
  void matchesByInstantAndByDate(String one, String other, boolean same) {
    assertThat(RecurrenceId.matches(one, other)).isEqualTo(same);
    assertThat(RecurrenceId.matches(other, one)).isEqualTo(same);
  }
}
