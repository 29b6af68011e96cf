package calendar.client.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsDurationTest {
  @ParameterizedTest
  @CsvSource({
    "P1W2D, P9D, PT0S",
    "+P1DT2H, P1D, PT2H",
    "-P1DT2H3M4S, P-1D, PT-2H-3M-4S",
    "P-1D, P-1D, PT0S",
    "-PT-5M, P0D, PT5M",
    "pt15m, P0D, PT15M",
    "PT90S, P0D, PT90S"
  })
  void separatesDaysFromHours(String text, Period days, Duration exact) {
    assertThat(IcsDuration.parse(text)).contains(new IcsDuration(days, exact));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "PT", "15M", "P1H", "PT1D", "P12345678D", "PT1.5H"})
  void rejectsOtherTexts(String text) {
    assertThat(IcsDuration.parse(text)).isEmpty();
  }
}
