package calendar.client.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.client.time.text.TimeInputException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDurationTest {
  @ParameterizedTest
  @CsvSource({
    "15m, PT15M",
    "1h30m, PT1H30M",
    "1h 30m, PT1H30M",
    "1d, PT24H",
    "2w, PT336H",
    "90s, PT1M30S",
    "0m, PT0S",
    "2 minutes, PT2M",
    "1 hour 5 min, PT1H5M",
    "an hour, PT1H",
    "a day, PT24H",
    "PT15M, PT15M",
    "pt1h, PT1H",
    "P1D, PT24H"
  })
  void readsCommonForms(String text, Duration duration) {
    assertThat(WrittenDuration.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "15",
        "m",
        "1x",
        "-5m",
        "1h30",
        "15m later",
        "PT",
        "-PT5M",
        "PT-5M",
        "an",
        "aday"
      })
  void reportsOtherExpectedValues(String text) {
    assertThatThrownBy(() -> WrittenDuration.parse(text))
        .isInstanceOf(TimeInputException.class)
        .hasMessage("expected a duration such as 15m, 1h30m, 1d or PT15M, found '" + text + "'");
  }
}
