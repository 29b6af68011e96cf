package calendar.client.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words and their rules. Each series begins at 10:00 in Brussels. */
class RepeatGrammarTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every hour | 2026-12-01 | FREQ=HOURLY",
        "hourly | 2026-12-01 | FREQ=HOURLY",
        "every 6 hours | 2026-12-01 | FREQ=HOURLY;INTERVAL=6",
        "every day | 2026-12-01 | FREQ=DAILY",
        "daily | 2026-12-01 | FREQ=DAILY",
        "every 3 days | 2026-12-01 | FREQ=DAILY;INTERVAL=3",
        "every three days | 2026-12-01 | FREQ=DAILY;INTERVAL=3",
        "every 1 day | 2026-12-01 | FREQ=DAILY",
        "every other day | 2026-12-01 | FREQ=DAILY;INTERVAL=2",
        "every 999 days | 2026-12-01 | FREQ=DAILY;INTERVAL=999",
        "every week | 2026-12-01 | FREQ=WEEKLY;BYDAY=TU",
        "weekly | 2026-12-06 | FREQ=WEEKLY;BYDAY=SU",
        "every 2 weeks | 2026-12-01 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "every other week | 2026-12-01 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "every month | 2026-12-31 | FREQ=MONTHLY;BYMONTHDAY=31",
        "monthly | 2026-12-01 | FREQ=MONTHLY;BYMONTHDAY=1",
        "every 3 months | 2026-12-01 | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1",
        "every quarter | 2026-12-01 | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1",
        "quarterly | 2026-12-01 | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1",
        "every 2 quarters | 2026-12-01 | FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1",
        "every year | 2026-12-01 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
        "yearly | 2028-02-29 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "annually | 2026-12-01 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
        "every 12 years | 2026-12-01 | FREQ=YEARLY;INTERVAL=12;BYMONTH=12;BYMONTHDAY=1"
      })
  void takesOpenDaysFromFirstStart(String words, LocalDate first, String rule) {
    assertThatRuleIs(words, first, rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every weekday | 2026-12-01 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "every workday | 2026-12-01 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "every weekend | 2026-12-06 | FREQ=WEEKLY;BYDAY=SA,SU",
        "every Monday | 2026-12-07 | FREQ=WEEKLY;BYDAY=MO",
        "every tues | 2026-12-01 | FREQ=WEEKLY;BYDAY=TU",
        "every Mon, Wed and Fri | 2026-12-02 | FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "every mon, wed, fri | 2026-12-02 | FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "every fri and mon and fri | 2026-12-07 | FREQ=WEEKLY;BYDAY=MO,FR",
        "every Mon, and Wed | 2026-12-02 | FREQ=WEEKLY;BYDAY=MO,WE",
        "every other Thursday | 2026-12-03 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "every week on Tue | 2026-12-01 | FREQ=WEEKLY;BYDAY=TU",
        "every week Tue | 2026-12-01 | FREQ=WEEKLY;BYDAY=TU",
        "weekly on Sundays and on Tuesdays | 2026-12-01 | FREQ=WEEKLY;BYDAY=TU,SU",
        "EVERY 2 WEEKS ON TUE AND THU | 2026-12-01 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"
      })
  void readsDaysOfWeek(String words, LocalDate first, String rule) {
    assertThatRuleIs(words, first, rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every month on the 15th | 2026-12-15 | FREQ=MONTHLY;BYMONTHDAY=15",
        "every month on 15 | 2026-12-15 | FREQ=MONTHLY;BYMONTHDAY=15",
        "every month 15th | 2026-12-15 | FREQ=MONTHLY;BYMONTHDAY=15",
        "every month the 15th | 2026-12-15 | FREQ=MONTHLY;BYMONTHDAY=15",
        "every month on day 15 | 2026-12-15 | FREQ=MONTHLY;BYMONTHDAY=15",
        "every month on the 15th day | 2026-12-15 | FREQ=MONTHLY;BYMONTHDAY=15",
        "every month on the first | 2026-12-01 | FREQ=MONTHLY;BYMONTHDAY=1",
        "monthly on the 15th of the month | 2026-12-15 | FREQ=MONTHLY;BYMONTHDAY=15",
        "every month on the last day | 2026-12-31 | FREQ=MONTHLY;BYMONTHDAY=-1",
        "every month last day of every month | 2027-02-28 | FREQ=MONTHLY;BYMONTHDAY=-1",
        "every month on the 1st and 15th | 2026-12-01 | FREQ=MONTHLY;BYMONTHDAY=1,15",
        "every month on the 15th and the 1st | 2026-12-15 | FREQ=MONTHLY;BYMONTHDAY=1,15",
        "every month on the last day, 1st and 31st | 2026-12-31 | FREQ=MONTHLY;BYMONTHDAY=1,31,-1",
        "every month on the 1st and last day | 2026-12-01 | FREQ=MONTHLY;BYMONTHDAY=1,-1",
        "every month on the first Monday | 2026-12-07 | FREQ=MONTHLY;BYDAY=1MO",
        "every month on the 2nd Tuesday | 2026-12-08 | FREQ=MONTHLY;BYDAY=2TU",
        "monthly first mon | 2026-12-07 | FREQ=MONTHLY;BYDAY=1MO",
        "every month on the last Friday of each month | 2026-12-25 | FREQ=MONTHLY;BYDAY=-1FR",
        "every month on the fifth Thursday | 2026-12-31 | FREQ=MONTHLY;BYDAY=5TH",
        "every month on the first and third Monday | 2026-12-21 | FREQ=MONTHLY;BYDAY=1MO,3MO",
        "every month on the last Fri and the first Mon | 2026-12-25 | FREQ=MONTHLY;BYDAY=1MO,-1FR",
        "every 2 months on the 31st | 2026-12-31 | FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31",
        "every quarter on the 15th | 2026-12-15 | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15"
      })
  void readsDaysOfMonth(String words, LocalDate first, String rule) {
    assertThatRuleIs(words, first, rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every year on 24 December | 2026-12-24 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24",
        "every year on the 24th of December | 2026-12-24 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24",
        "every year on December 24 | 2026-12-24 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24",
        "yearly Dec 24th | 2026-12-24 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24",
        "every year on 31 December | 2026-12-31 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31",
        "every year on the 1st January | 2027-01-01 | FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",
        "every 4 years on 29 Feb | 2028-02-29 | FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
        "every year on the fourth Thursday of November"
            + " | 2027-11-25 | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
        "every year on the last Sunday in March | 2027-03-28 | FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"
      })
  void readsDayOfYear(String words, LocalDate first, String rule) {
    assertThatRuleIs(words, first, rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every day 10 times | FREQ=DAILY;COUNT=10",
        "every day, 10 times | FREQ=DAILY;COUNT=10",
        "every day for 10 times | FREQ=DAILY;COUNT=10",
        "every day ten times | FREQ=DAILY;COUNT=10",
        "every day 1 time | FREQ=DAILY;COUNT=1",
        "every day 9999 times | FREQ=DAILY;COUNT=9999",
        "every day, | FREQ=DAILY",
        "every week 10 times | FREQ=WEEKLY;BYDAY=TU;COUNT=10",
        "every Tuesday, 10 times | FREQ=WEEKLY;BYDAY=TU;COUNT=10",
        "every Tue and Thu 10 times | FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10",
        "every month 10 times | FREQ=MONTHLY;BYMONTHDAY=1;COUNT=10",
        "every month on the 1st 10 times | FREQ=MONTHLY;BYMONTHDAY=1;COUNT=10",
        "every month on 1 and 15, 10 times | FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=10",
        "every year 5 times | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1;COUNT=5"
      })
  void readsNumberOfTimes(String words, String rule) {
    assertThatRuleIs(words, LocalDate.of(2026, 12, 1), rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every day until 2027-06-30 | 20270630T215959Z",
        "every day, until 30 Jun | 20270630T215959Z",
        "every day until Wed, 30 Jun 2027 | 20270630T215959Z",
        "every day until next Friday | 20261211T225959Z",
        "every day until tomorrow | 20261202T225959Z",
        "every day until today | 20261201T225959Z",
        "every day until 2027-06-30 10:00 | 20270630T080000Z",
        "every day until 30 Jun 2027 at 9:30pm | 20270630T193000Z",
        "every day until 2027-06-30T10:00:00Z | 20270630T100000Z"
      })
  void readsEnd(String words, String until) {
    assertThatRuleIs(words, LocalDate.of(2026, 12, 1), "FREQ=DAILY;UNTIL=" + until);
  }

  private static void assertThatRuleIs(String words, LocalDate first, String rule) {
    assertThat(Repetitions.rrule(words, first.atTime(10, 0))).isEqualTo("RRULE:" + rule);
  }
}
