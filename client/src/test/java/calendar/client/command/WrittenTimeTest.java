package calendar.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {
  /** In Brussels it is already the first of December, half an hour past midnight. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T23:30:15.678Z"), ZoneOffset.UTC);

  private final WrittenTime times = new WrittenTime(CLOCK, ZoneId.of("Europe/Brussels"));

  @ParameterizedTest
  @CsvSource({
    "2026-12-01 10:00, 2026-12-01T09:00:00Z",
    "2026-12-01T10:00, 2026-12-01T09:00:00Z",
    "2026-12-01   10:00:30, 2026-12-01T09:00:30Z",
    "2026-07-01 10:00, 2026-07-01T08:00:00Z",
    "2026-12-01T10:00:00Z, 2026-12-01T10:00:00Z",
    "2026-12-01t10:00:00.5z, 2026-12-01T10:00:00.500Z",
    "2026-12-01T10:00:00+05:30, 2026-12-01T04:30:00Z",
    "2026-12-01 10:00-01:00, 2026-12-01T11:00:00Z",
    "2026-12-01, 2026-11-30T23:00:00Z",
    "today, 2026-11-30T23:00:00Z",
    "10:00, 2026-12-01T09:00:00Z",
    "9:05, 2026-12-01T08:05:00Z",
    "Tomorrow 10:00, 2026-12-02T09:00:00Z",
    "yesterday 10:00, 2026-11-30T09:00:00Z",
    "in 2 minutes, 2026-11-30T23:32:15Z",
    "in 1h30m, 2026-12-01T01:00:15Z",
    "now, 2026-11-30T23:30:15Z"
  })
  void readsWhatPeopleWrite(String text, Instant time) {
    assertThat(times.instant(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "25:00",
        "10:60",
        "2026-02-29 10:00",
        "2026-12-01 24:00",
        "2026-12-01 10",
        "01.12.2026 10:00",
        "2026-12-01 10:00 Europe/Brussels",
        "next 10:00"
      })
  void saysWhatItExpectedOtherwise(String text) {
    assertThatThrownBy(() -> times.instant(text))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("expected a time such as '2026-12-01 10:00'")
        .hasMessageEndingWith("found '" + text + "'");
  }

  @Test
  void refusesATimeThatTheClocksLeaveOut() {
    assertThatThrownBy(() -> times.instant("2026-03-29 02:30"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "expected a time that exists: on 2026-03-29 the clocks of Europe/Brussels go from"
                + " 02:00 straight to 03:00, found 02:30");
    assertThat(times.instant("2026-03-29 03:00")).isEqualTo("2026-03-29T01:00:00Z");
    assertThat(times.instant("2026-03-29 01:59:59")).isEqualTo("2026-03-29T00:59:59Z");
  }

  @Test
  void takesTheFirstOfATimeThatComesTwice() {
    assertThat(times.instant("2026-10-25 02:30")).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(times.instant("2026-10-25 02:30+01:00")).isEqualTo("2026-10-25T01:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-24, 2026-12-24",
    "today, 2026-12-01",
    "TOMORROW, 2026-12-02",
    "yesterday, 2026-11-30"
  })
  void readsDatesInItsZone(String text, LocalDate date) {
    assertThat(times.date(text)).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-02-31", "31.12.2026", "2026-12-01 10:00", "Monday"})
  void saysWhichDatesItExpected(String text) {
    assertThatThrownBy(() -> times.date(text))
        .isInstanceOf(UsageException.class)
        .hasMessage("expected a date such as 2026-12-01, today or tomorrow, found '" + text + "'");
  }
}
