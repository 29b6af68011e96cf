package calendar.client.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.client.time.text.TimeInputException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are not times, and the messages for them. */
class RejectedTimesTest {
  /** In Brussels it is already Tuesday the first of December, half an hour past midnight. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T23:30:15.678Z"), ZoneOffset.UTC);

  private final TimeReader times = new TimeReader(CLOCK, ZoneId.of("Europe/Brussels"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tomorrow 9:00-10:00",
        "2026-12-01 14:00-15:00",
        "tomorrow 9:00 -17:00",
        "tomorrow 9:00 -09:01",
        "tomorrow 13:00 -12:01",
        "10:00 - 11:00",
        "10:00-11:00 tomorrow"
      })
  void rejectsRanges(String text) {
    assertThatThrownBy(() -> times.time(text))
        .isInstanceOf(TimeInputException.class)
        .hasMessageStartingWith("is '" + text + "' a range or an offset?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "soon",
        "in soon",
        "ago",
        "2026-12-01 10",
        "tomorrow 9",
        "10:6",
        "100:00",
        "next 10:00",
        "next",
        "monday tuesday",
        "9:00 10:00",
        "tomorrow 2026-12-01",
        "tomorrow Z",
        "Z",
        "9h",
        "9:00 IST",
        "9:00 Z Z",
        "30 9:00",
        "Nov 9:00",
        "30 Nov 26 9:00"
      })
  void showsThreeExamplesForInvalidTimes(String text) {
    String message =
        "expected a time such as '2026-12-02 10:00', 'tomorrow 9am' or 'in 2 hours', found '";
    assertThatThrownBy(() -> times.time(text))
        .isInstanceOf(TimeInputException.class)
        .hasMessage(message + text + "'");
    assertThatExamplesAreRead(message, example -> times.start(example));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "25:00 | there is no time 25:00",
        "24:01 | there is no time 24:01",
        "24:00:01 | there is no time 24:00:01",
        "10:60 | there is no time 10:60",
        "10:00:60 | there is no time 10:00:60",
        "13pm | there is no time 13pm: with am and pm, hours go from 1 to 12",
        "0 a.m. | there is no time 0am: with am and pm, hours go from 1 to 12",
        "9.01 | is '9.01' a time or a date? Write the time as 9:01, or the date with its year",
        "1.12 | is '1.12' a time or a date? Write the time as 1:12, or the date with its year",
        "9.10 | is '9.10' a time or a date? Write the time as 9:10, or the date with its year",
        "2027-02-29 10:00 | 2027 has no 29 February",
        "29 Feb 2100 | 2100 has no 29 February",
        "2027-02-31 10:00 | there is no 31 February",
        "30 feb 10:00 | there is no 30 February",
        "31 Nov | there is no 31 November",
        "0 Nov | there is no 0 November",
        "30 Nov 1899 | is '1899' a year? Write a time with a colon, such as 14:30",
        "2026-00-01 | there is no month 0",
        "24:00:00.5 | there is no time 24:00:00.5",
        "in 365001 days | 'in 365001 days' is too far away",
        "2026-13-01 | there is no month 13",
        "0000-01-01 | there is no year 0",
        "Nov 30 1430 | is '1430' a year? Write a time with a colon, such as 14:30",
        "01/12/2026 9:00 | day or month first in '01/12/2026'? Write '2026-12-01' or '2026-01-12'",
        "1-12-2026 | day or month first in '1-12-2026'? Write '2026-12-01' or '2026-01-12'",
        "1/12 9:00 | day or month first in '1/12'? Write '1 December' or '12 January'",
        "13/12/2026 | write '13/12/2026' as '2026-12-13'",
        "12/13/2026 | write '12/13/2026' as '2026-12-13'",
        "5/5/2026 | write '5/5/2026' as '2026-05-05'",
        "31/2/2026 | there is no date 31/2/2026",
        "01/12/26 | which year is in '01/12/26'? Write the date like 2026-12-31",
        "1.12.26 | which year is in '1.12.26'? Write the date like 2026-12-31",
        "Mon 1 Dec 2026 9:00 | 2026-12-01 is a Tuesday, not a Monday",
        "9:00 Europe/Atlantis | there is no time zone europe/atlantis",
        "9:00 +19:00 | there is no offset +19:00: offsets go from -18:00 to +18:00",
        "in 99999999 weeks | 'in 99999999 weeks' is too far away"
      })
  void explainsRejection(String text, String message) {
    assertThatThrownBy(() -> times.time(text))
        .isInstanceOf(TimeInputException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "the 5th", "2026-12-01 10:00", "9am", "now", "in 2 days"})
  void showsThreeExamplesForInvalidDates(String text) {
    String message = "expected a date such as '2026-12-02', 'monday' or '30 Nov', found '";
    assertThatThrownBy(() -> times.date(text))
        .isInstanceOf(TimeInputException.class)
        .hasMessage(message + text + "'");
    assertThatExamplesAreRead(message, example -> times.date(example));
  }

  private static void assertThatExamplesAreRead(String message, Function<String, Object> reading) {
    List<String> examples =
        Pattern.compile("'([^']+)'")
            .matcher(message)
            .results()
            .map(quoted -> quoted.group(1))
            .toList();
    assertThat(examples).hasSize(3).allSatisfy(reading::apply);
  }
}
