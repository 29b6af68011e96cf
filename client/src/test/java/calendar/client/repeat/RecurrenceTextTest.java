package calendar.client.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=HOURLY | every hour",
        "FREQ=HOURLY;INTERVAL=6 | every 6 hours",
        "FREQ=DAILY | every day",
        "FREQ=DAILY;INTERVAL=3 | every 3 days",
        "FREQ=DAILY;INTERVAL=999 | every 999 days",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR | every weekday",
        "FREQ=WEEKLY | every week",
        "FREQ=WEEKLY;INTERVAL=2 | every 2 weeks",
        "FREQ=WEEKLY;BYDAY=FR,TH,WE,TU,MO | every weekday",
        "FREQ=WEEKLY;BYDAY=SU,SA | every weekend",
        "FREQ=WEEKLY;BYDAY=MO | every Monday",
        "FREQ=WEEKLY;BYDAY=FR,MO,WE | every Mon, Wed and Fri",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH | every 2 weeks on Tue and Thu",
        "FREQ=WEEKLY;WKST=MO;INTERVAL=2;BYDAY=TU,TH | every 2 weeks on Tue and Thu",
        "FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=TU | every 2 weeks on Tue",
        "FREQ=WEEKLY;WKST=SU;BYDAY=TU,TH | every Tue and Thu",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR | every 2 weeks on Mon, Tue, Wed, Thu and Fri",
        "FREQ=MONTHLY | every month",
        "FREQ=MONTHLY;INTERVAL=3 | every 3 months",
        "FREQ=MONTHLY;BYMONTHDAY=15 | every month on the 15th",
        "FREQ=MONTHLY;BYMONTHDAY=+15 | every month on the 15th",
        "FREQ=MONTHLY;BYMONTHDAY=22,2,1,3,11,31 | every month on the 1st, 2nd, 3rd, 11th, 22nd and"
            + " 31st",
        "FREQ=MONTHLY;BYMONTHDAY=-1 | every month on the last day",
        "FREQ=MONTHLY;BYMONTHDAY=-1,1 | every month on the 1st and last day",
        "FREQ=MONTHLY;BYDAY=-1FR | every month on the last Friday",
        "FREQ=MONTHLY;BYDAY=+1MO | every month on the first Monday",
        "FREQ=MONTHLY;BYDAY=3MO,1MO | every month on the first and third Monday",
        "FREQ=MONTHLY;BYDAY=-1FR,2TU | every month on the second Tuesday and last Friday",
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2 | every month on the second Tuesday",
        "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1 | every month on the last Friday",
        "FREQ=YEARLY | every year",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29 | every 4 years on 29 February",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24 | every year on 24 December",
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1 | every year on 1 January",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31 | every year on 31 December",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH | every year on the fourth Thursday of November",
        "freq=daily;count=10 | every day, 10 times",
        "FREQ=DAILY;COUNT=1 | every day, 1 time",
        "FREQ=DAILY;UNTIL=20270630T215959Z | every day until Wed 30 Jun 2027",
        "FREQ=DAILY;UNTIL=20270630T235959 | every day until Wed 30 Jun 2027",
        "FREQ=DAILY;UNTIL=20270630 | every day until Wed 30 Jun 2027",
        "FREQ=DAILY;UNTIL=19000101 | every day until Mon 1 Jan 1900",
        "FREQ=DAILY;UNTIL=20270630T080000Z | every day until Wed 30 Jun 2027 10:00",
        "FREQ=DAILY;UNTIL=20270630T100000 | every day until Wed 30 Jun 2027 10:00",
        "FREQ=DAILY;UNTIL=20270630T215958Z | every day until Wed 30 Jun 2027 23:59:58",
        "FREQ=DAILY;UNTIL=20271031T013000Z | every day until Sun 31 Oct 2027 02:30:00 +01:00"
      })
  void describesRule(String rule, String words) {
    assertThat(of("RRULE:" + rule)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=HOURLY;BYDAY=MO",
        "RRULE:FREQ=DAILY;INTERVAL=2;BYDAY=MO",
        "RRULE:FREQ=DAILY;INTERVAL=0",
        "RRULE:FREQ=DAILY;INTERVAL=1000",
        "RRULE:FREQ=DAILY;BYMONTH=1",
        "RRULE:FREQ=DAILY;COUNT=0",
        "RRULE:FREQ=DAILY;COUNT=10000",
        "RRULE:FREQ=DAILY;COUNT=2;UNTIL=20270630",
        "RRULE:FREQ=DAILY;COUNT=2;COUNT=3",
        "RRULE:FREQ=DAILY;UNTIL=20270230",
        "RRULE:FREQ=DAILY;UNTIL=20270630Z",
        "RRULE:FREQ=DAILY;UNTIL=18991231",
        "RRULE:FREQ=DAILY;UNTIL=18991231T100000Z",
        "RRULE:FREQ=DAILY;",
        "RRULE:FREQ=DAILY;X-A=1",
        "RRULE:FREQ",
        "RRULE:INTERVAL=2",
        "RRULE:FREQ=WEEKLY;BYDAY=",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,",
        "RRULE:FREQ=WEEKLY;BYDAY=1MO",
        "RRULE:FREQ=WEEKLY;BYDAY=MO;BYHOUR=10",
        "RRULE:FREQ=WEEKLY;BYDAY=MO;WKST=XX",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=0",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=32",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=-2",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "RRULE:FREQ=MONTHLY;BYDAY=FR",
        "RRULE:FREQ=MONTHLY;BYDAY=6FR",
        "RRULE:FREQ=MONTHLY;BYDAY=-2FR",
        "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "RRULE:FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=1",
        "RRULE:FREQ=YEARLY;BYMONTH=12",
        "RRULE:FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1",
        "RRULE:FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=1",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=MO",
        "RRULE:FREQ=YEARLY;BYDAY=20MO",
        "RRULE;X=1:FREQ=DAILY",
        "EXRULE:FREQ=DAILY"
      })
  void showsLineWithoutWords(String line) {
    assertThat(of(line)).isEqualTo(line);
  }

  @Test
  void countsExcludedAndAdditionalDates() {
    assertThat(
            of(
                "EXDATE;TZID=Europe/Brussels:20261203T100000,20261204T100000",
                " rrule:FREQ=DAILY;COUNT=10 ",
                "rdate:20271201T090000Z",
                "EXDATE;VALUE=DATE:20261205"))
        .isEqualTo("every day, 10 times, without 3 dates, and 1 more date");
    assertThat(of("RRULE:FREQ=DAILY", "EXDATE:20261203T090000Z"))
        .isEqualTo("every day, without 1 date");
    assertThat(of("RDATE;VALUE=DATE:20261203,20261205")).isEqualTo("once, and 2 more dates");
  }

  @Test
  void showsSeveralRulesAsLines() {
    assertThat(of("RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY", "RDATE:20261203T090000Z"))
        .isEqualTo("RRULE:FREQ=DAILY, RRULE:FREQ=WEEKLY, and 1 more date");
  }

  @Test
  void showsEndInZone() {
    assertThat(
            RecurrenceText.of(
                List.of("RRULE:FREQ=DAILY;UNTIL=20271107T063000Z"), ZoneId.of("America/New_York")))
        .isEqualTo("every day until Sun 7 Nov 2027 01:30:00 -05:00");
  }

  private static String of(String... lines) {
    return RecurrenceText.of(List.of(lines), Repetitions.BRUSSELS);
  }
}
