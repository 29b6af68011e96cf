package calendar.client.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.client.time.text.TimeInputException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatRuleTest {
  private static final LocalDateTime TUESDAY = LocalDateTime.parse("2026-12-01T10:00");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every Monday | 2026-12-01 | Tue 1 Dec 2026, is not a Monday; start on Mon 7 Dec 2026",
        "every Mon, Wed and Fri | 2026-12-01 | Tue 1 Dec 2026, is not a Monday, Wednesday or Friday;"
            + " start on Wed 2 Dec 2026",
        "every weekday | 2026-12-05 | Sat 5 Dec 2026, is not a weekday; start on Mon 7 Dec 2026",
        "every weekend | 2026-12-04 | Fri 4 Dec 2026, is not a Saturday or Sunday; start on Sat 5 Dec"
            + " 2026",
        "every month on the 15th | 2026-12-16 | Wed 16 Dec 2026, is not the 15th; start on Fri 15 Jan"
            + " 2027",
        "every month on the 1st and 31st | 2027-02-28 | Sun 28 Feb 2027, is not the 1st or 31st;"
            + " start on Mon 1 Mar 2027",
        "every month on the last day | 2028-02-28 | Mon 28 Feb 2028, is not the last day of its"
            + " month; start on Tue 29 Feb 2028",
        "every month on the first Monday | 2026-12-14 | Mon 14 Dec 2026, is not the first Monday of"
            + " its month; start on Mon 4 Jan 2027",
        "every month on the last Friday | 2026-12-18 | Fri 18 Dec 2026, is not the last Friday of its"
            + " month; start on Fri 25 Dec 2026",
        "every month on the first and last Friday | 2026-12-18 | Fri 18 Dec 2026, is not the first or"
            + " last Friday of its month; start on Fri 25 Dec 2026",
        "every year on 24 December | 2026-12-25 | Fri 25 Dec 2026, is not 24 December; start on Fri"
            + " 24 Dec 2027",
        "every year on 29 February | 2097-01-01 | Tue 1 Jan 2097, is not 29 February; start on Fri 29"
            + " Feb 2104",
        "every year on the fourth Thursday of November | 2026-11-19 | Thu 19 Nov 2026, is not the"
            + " fourth Thursday of November; start on Thu 26 Nov 2026",
        "every year on the fifth Monday of February | 2072-03-01 | Tue 1 Mar 2072, is not the fifth"
            + " Monday of February; start on Mon 29 Feb 2112"
      })
  void rejectsFirstStartOfOtherDay(String words, LocalDate first, String message) {
    RepeatRule rule = Repetitions.parse(words);
    LocalDateTime start = first.atTime(23, 59);

    assertThatThrownBy(() -> rule.requireStart(start))
        .isInstanceOf(TimeInputException.class)
        .hasMessage("the first start, " + message);
    assertThatThrownBy(() -> rule.rrule(start, Repetitions.BRUSSELS, false))
        .isInstanceOf(TimeInputException.class);
  }

  @ParameterizedTest
  @CsvSource({"every hour", "every day", "every week", "every month", "every year"})
  void acceptsAnyStartForOpenDays(String words) {
    assertThatCode(() -> Repetitions.parse(words).requireStart(TUESDAY)).doesNotThrowAnyException();
  }

  @Test
  void rejectsEndBeforeFirstStart() {
    assertThatThrownBy(() -> Repetitions.rrule("every day until 2026-11-30", TUESDAY))
        .isInstanceOf(TimeInputException.class)
        .hasMessage(
            "the repetition ends on Mon 30 Nov 2026, before the first start on Tue 1 Dec 2026");
    assertThatThrownBy(() -> Repetitions.rrule("every day until 2026-12-01 9:59:59", TUESDAY))
        .isInstanceOf(TimeInputException.class)
        .hasMessage(
            "the repetition ends on Tue 1 Dec 2026 09:59:59, before the first start on Tue 1 Dec 2026"
                + " 10:00");
    assertThat(Repetitions.rrule("every day until 2026-12-01 10:00", TUESDAY))
        .endsWith("UNTIL=20261201T090000Z");
  }

  @Test
  void rejectsHoursOfAllDaySeries() {
    RepeatRule rule = Repetitions.parse("every 6 hours");

    assertThatThrownBy(() -> rule.rrule(TUESDAY, Repetitions.BRUSSELS, true))
        .isInstanceOf(TimeInputException.class)
        .hasMessage("an all-day series cannot repeat every 6 hours; give it a start time");
  }

  @ParameterizedTest
  @CsvSource({
    "every day until 2027-06-30, UNTIL=20270630",
    "every day until 2027-06-30 00:30, UNTIL=20270630",
    "every day for 1 week, UNTIL=20261207",
    "every day 10 times, COUNT=10"
  })
  void endsAllDaySeriesWithDate(String words, String end) {
    assertThat(Repetitions.parse(words).rrule(TUESDAY, Repetitions.BRUSSELS, true))
        .isEqualTo("RRULE:FREQ=DAILY;" + end);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Brussels, 20270630T215959Z",
    "America/New_York, 20270701T035959Z",
    "Pacific/Kiritimati, 20270630T095959Z",
    "UTC, 20270630T235959Z"
  })
  void includesLastDayOfZone(String zone, String until) {
    RepeatRule rule = Repetitions.parse("every day until 30 Jun 2027");

    assertThat(rule.rrule(TUESDAY, ZoneId.of(zone), false))
        .isEqualTo("RRULE:FREQ=DAILY;UNTIL=" + until);
  }

  /** The first start is 10:00 on Tuesday, the first of December. */
  @ParameterizedTest
  @CsvSource({
    "every day for 1 week, 20261207T225959Z",
    "every day for a week, 20261207T225959Z",
    "every Tuesday for 10 weeks, 20270208T225959Z",
    "every month for 3 months, 20270228T225959Z",
    "every year for two years, 20281130T225959Z",
    "every 3 days for 9 days, 20261209T225959Z",
    "every 6 hours for 2 days, 20261203T085959Z",
    "every hour for 12 hours, 20261201T205959Z",
    "every hour for an hour, 20261201T095959Z"
  })
  void endsBeforeEndOfPeriod(String words, String until) {
    assertThat(Repetitions.rrule(words, TUESDAY)).endsWith(";UNTIL=" + until);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every month | 2026-12-31 | months without day 31 are left out; 'on the last day' is in every"
            + " month",
        "every month | 2026-12-29 | months without day 29 are left out; 'on the last day' is in every"
            + " month",
        "every month on the 1st, 30th and 31st | 2026-12-01 | months without day 30 or 31 are left"
            + " out; 'on the last day' is in every month",
        "every 3 months | 2026-08-31 | months without day 31 are left out; 'on the last day' is in"
            + " every month",
        "every 5 months | 2026-12-31 | months without day 31 are left out; 'on the last day' is in"
            + " every month",
        "every 12 months | 2028-02-29 | months without day 29 are left out; 'on the last day' is in"
            + " every month",
        "every month on the fifth Thursday | 2026-12-31 | months without a fifth Thursday are left"
            + " out",
        "every month on the first and fifth Thursday | 2026-12-31 | months without a fifth Thursday"
            + " are left out",
        "every year | 2028-02-29 | years without 29 February are left out",
        "every year on the fifth Monday of March | 2027-03-29 | years without a fifth Monday of March"
            + " are left out"
      })
  void notesThatMonthsAreLeftOut(String words, LocalDate first, String note) {
    assertThat(Repetitions.parse(words).note(first.atTime(10, 0))).hasValue(note);
  }

  @ParameterizedTest
  @CsvSource({
    "every month, 2026-12-28",
    "every month on the last day, 2026-12-31",
    "every month on the last Thursday, 2026-12-31",
    "every month on the fourth Thursday, 2026-12-24",
    "every 6 months, 2027-01-31",
    "every 12 months, 2026-12-31",
    "every 6 months on the 29th, 2026-12-29",
    "every week, 2026-12-31",
    "every day, 2028-02-29",
    "every year, 2026-12-31",
    "every year on the fourth Monday of March, 2027-03-22"
  })
  void notesNothingIfNoMonthIsMissing(String words, LocalDate first) {
    assertThat(Repetitions.parse(words).note(first.atTime(10, 0))).isEmpty();
  }
}
