package calendar.client.repeat;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.client.time.text.TimeInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are not repetitions, and the messages for them. */
class RejectedRepetitionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "^sometimes | expected a repetition such as 'every weekday', 'every 2 weeks on Mon' or"
            + " 'monthly on the 15th', found 'sometimes'",
        "^2 weeks | expected a repetition such as 'every weekday', 'every 2 weeks on Mon' or"
            + " 'monthly on the 15th', found '2'",
        "every^ | expected a weekday, a unit such as 'week', or a number of units, found the end of"
            + " the text",
        "Every ^Mnday until 2027 | expected a weekday, a unit such as 'week', or a number of units,"
            + " found 'Mnday'",
        "every ^minute | expected a weekday, a unit such as 'week', or a number of units, found"
            + " 'minute'",
        "every 2 ^Mondays | expected 'days', 'weeks', 'months', 'years', 'hours' or 'quarters',"
            + " found 'Mondays'",
        "every other ^weekday | expected 'days', 'weeks', 'months', 'years', 'hours' or 'quarters',"
            + " found 'weekday'",
        "every ^0 days | expected a number from 1 to 999, found '0'",
        "every ^1000 days | expected a number from 1 to 999, found '1000'",
        "every ^9999999999 days | expected a number from 1 to 999, found '9999999999'",
        "every week on^ | expected a weekday such as Tue, found the end of the text",
        "every week on ^24 | expected a weekday such as Tue, found '24'",
        "every Monday and ^10 times | expected a weekday such as Tue, found '10'",
        "every month on the ^Monday | expected a day such as '15th', 'last day' or 'first Monday',"
            + " found 'Monday'",
        "every month on the ^32nd | expected a day from 1st to 31st, found '32nd'",
        "every month on the ^0th | expected a day from 1st to 31st, found '0th'",
        "every month on the last^ | expected 'day' or a weekday after 'last', found the end of the"
            + " text",
        "every month on the last^, 10 times | expected 'day' or a weekday after 'last', found ','",
        "every month on the ^6th Monday | expected 'first' to 'fifth' or 'last' before a weekday,"
            + " found '6th'",
        "every month on the ^15th and first Monday | expected 'first' to 'fifth' or 'last' before a"
            + " weekday, found '15th'",
        "every month on the first Monday and ^15th | expected either days such as '15th' or weekdays"
            + " such as 'first Monday', found '15th'",
        "every month on the 1st of ^May | expected 'the month', found 'May'",
        "every year on ^Monday | expected a date such as '24 December' or 'first Monday of May',"
            + " found 'Monday'",
        "every year on the first ^until 2030 | expected a month, found 'until'",
        "every year on the first Monday of^ | expected a month, found the end of the text",
        "every year on the ^sixth Monday | expected a date such as '24 December' or 'first Monday of"
            + " May', found 'sixth'",
        "every year on the ^6th Monday of May | expected 'first' to 'fifth' or 'last' before a"
            + " weekday, found '6th'",
        "every year on ^last May | expected a date such as '24 December' or 'first Monday of May',"
            + " found 'last'",
        "every year on ^31 November | there is no 31 November",
        "every year on ^0 November | there is no 0 November",
        "every year on ^Feb 30 | there is no 30 February",
        "every day ^on Monday | expected 'until' with a date, 'for 10 weeks', '10 times' or no more,"
            + " found 'on'",
        "every Monday ^at 10:00 | expected 'until' with a date, 'for 10 weeks', '10 times' or no"
            + " more, found 'at'",
        "every day, ^without 2 dates | expected 'until' with a date, 'for 10 weeks', '10 times' or"
            + " no more, found 'without'",
        "every day 10^ | expected 'times', found the end of the text",
        "every day 10 times ^until 2027-06-30 | expected no more, found 'until'",
        "every day for 2 weeks^, 10 times | expected no more, found ','",
        "every day ^0 times | expected a number from 1 to 9999, found '0'",
        "every day ^10000 times | expected a number from 1 to 9999, found '10000'",
        "every day for ^ever | expected a number of units such as '10 weeks', found 'ever'",
        "every day for 2 ^seasons | expected 'days', 'weeks', 'months' or 'years', found 'seasons'",
        "every day for ^2 hours | only an hourly repetition can last some hours",
        "every day until ^soon | expected a date such as '2026-12-02', 'monday' or '30 Nov', found"
            + " 'soon'",
        "every day until^ | expected a date such as '2026-12-02', 'monday' or '30 Nov', found ''",
        "every day until ^10:00 | expected a date such as '2026-12-02', 'monday' or '30 Nov', found"
            + " '10:00'",
        "every day until ^29 Feb 2027 | 2027 has no 29 February",
        "every day until ^2027-06-30 25:00 | there is no time 25:00",
        "every day until ^1/12/2026 | day or month first in '1/12/2026'? Write '2026-12-01' or"
            + " '2026-01-12'"
      })
  void showsCaretAndWhatWasExpected(String caret, String message) {
    assertThatThrownBy(() -> Repetitions.parse(caret.replace("^", "")))
        .isInstanceOf(TimeInputException.class)
        .hasMessage(message + " at ^ in '" + caret + "'");
  }

  @Test
  void rejectsNoWords() {
    assertThatThrownBy(() -> Repetitions.parse(" "))
        .isInstanceOf(TimeInputException.class)
        .hasMessageEndingWith("found the end of the text at ^ in '^'");
  }

  @Test
  void countsCharactersOfOriginalText() {
    assertThatThrownBy(() -> Repetitions.parse(" İ,\u00a0x "))
        .hasMessageEndingWith("found 'İ' at ^ in '^İ,\u00a0x'");
    assertThatThrownBy(() -> Repetitions.parse("Daily\u00a0\tİ, x"))
        .hasMessageEndingWith("found 'İ' at ^ in 'Daily\u00a0\t^İ, x'");
  }
}
