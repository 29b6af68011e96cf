package calendar.client.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The starts that words give. Another program expands their rules; the dates are from a calendar.
 */
class RepeatOccurrencesTest {
  private static final LocalTime TEN = LocalTime.of(10, 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every day | 2026-12-30 2026-12-31 2027-01-01",
        "every 3 days | 2026-12-30 2027-01-02 2027-01-05",
        "every weekday | 2026-12-03 2026-12-04 2026-12-07 2026-12-08",
        "every weekend | 2026-12-06 2026-12-12 2026-12-13 2026-12-19",
        "every other Monday | 2026-12-07 2026-12-21 2027-01-04",
        "every Mon, Wed and Fri | 2026-12-02 2026-12-04 2026-12-07 2026-12-09",
        "every 2 weeks on Tue and Thu | 2026-12-03 2026-12-15 2026-12-17 2026-12-29",
        "every month | 2027-01-31 2027-03-31 2027-05-31 2027-07-31",
        "every month on the 1st and last day | 2026-12-01 2026-12-31 2027-01-01 2027-01-31",
        "every month on the last day | 2027-01-31 2027-02-28 2027-03-31 2027-04-30",
        "every month on the first and third Monday | 2026-12-07 2026-12-21 2027-01-04 2027-01-18",
        "every month on the fifth Thursday | 2026-12-31 2027-04-29 2027-07-29 2027-09-30",
        "every quarter on the 15th | 2026-12-15 2027-03-15 2027-06-15 2027-09-15",
        "every year on 29 February | 2028-02-29 2032-02-29 2036-02-29",
        "every year on the fourth Thursday of November | 2026-11-26 2027-11-25 2028-11-23"
      })
  void startsOnTheseDates(String words, String dates) {
    List<LocalDateTime> starts = starts(dates);

    assertThat(expand(words, starts.get(0))).startsWith(starts.toArray(LocalDateTime[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every day until 2 Dec 2026 | 2026-12-01 2026-12-02",
        "every day until 2 Dec 2026 10:00 | 2026-12-01 2026-12-02",
        "every day until 2 Dec 2026 9:59 | 2026-12-01",
        "every day until today | 2026-12-01",
        "every Tuesday for 3 weeks | 2026-12-01 2026-12-08 2026-12-15",
        "every month for 3 months | 2026-12-01 2027-01-01 2027-02-01",
        "every month on the last day for 3 months | 2027-01-31 2027-02-28 2027-03-31",
        "every month on the last Friday until 26 Mar 2027"
            + " | 2026-12-25 2027-01-29 2027-02-26 2027-03-26",
        "every 2 weeks on Tue and Thu, 5 times"
            + " | 2026-12-03 2026-12-15 2026-12-17 2026-12-29 2026-12-31"
      })
  void endsAfterTheseDates(String words, String dates) {
    List<LocalDateTime> starts = starts(dates);

    assertThat(expand(words, starts.get(0))).containsExactlyElementsOf(starts);
  }

  @Test
  void repeatsEverySixHoursForTwoDays() {
    assertThat(expand("every 6 hours for 2 days", LocalDateTime.parse("2026-12-01T10:00")))
        .map(LocalDateTime::toString)
        .containsExactly(
            "2026-12-01T10:00",
            "2026-12-01T16:00",
            "2026-12-01T22:00",
            "2026-12-02T04:00",
            "2026-12-02T10:00",
            "2026-12-02T16:00",
            "2026-12-02T22:00",
            "2026-12-03T04:00");
  }

  private static List<LocalDateTime> starts(String dates) {
    return Stream.of(dates.split(" ")).map(day -> LocalDate.parse(day).atTime(TEN)).toList();
  }

  /** The first starts in Brussels. */
  private static List<LocalDateTime> expand(String words, LocalDateTime first) {
    String rule = Repetitions.rrule(words, first).replaceFirst("^RRULE:", "");
    TimeZone zone = TimeZone.getTimeZone(Repetitions.BRUSSELS);
    long start = first.atZone(Repetitions.BRUSSELS).toInstant().toEpochMilli();
    List<LocalDateTime> starts = new ArrayList<>();
    try {
      RecurrenceRuleIterator times = new RecurrenceRule(rule).iterator(start, zone);
      while (times.hasNext() && starts.size() < 20) {
        Instant next = Instant.ofEpochMilli(times.nextMillis());
        starts.add(LocalDateTime.ofInstant(next, Repetitions.BRUSSELS));
      }
    } catch (InvalidRecurrenceRuleException notValid) {
      throw new AssertionError(rule, notValid);
    }
    return starts;
  }
}
