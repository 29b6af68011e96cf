package calendar.event.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.InvalidArgumentException;
import calendar.error.Violations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  @ParameterizedTest
  @CsvSource({
    "2026-03-29, Europe/Brussels, 23",
    "2026-10-25, Europe/Brussels, 25",
    "2026-11-23, Europe/Brussels, 24",
    "2026-11-23, UTC,             24",
    "2011-12-30, Pacific/Apia,    0"
  })
  void dayLengthFollowsZone(LocalDate date, String zone, long hours) {
    Interval day = Interval.day(date, ZoneId.of(zone));

    assertThat(Duration.between(day.start(), day.end())).hasHours(hours);
  }

  @Test
  void dayStartsAfterSkippedMidnight() {
    Interval day = Interval.day(LocalDate.of(2026, 9, 6), ZoneId.of("America/Santiago"));

    assertThat(day.start()).isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
  }

  @Test
  void weekIsSevenDays() {
    Interval week = Interval.week(LocalDate.of(2026, 10, 20), BRUSSELS);

    assertThat(week.start()).isEqualTo(Instant.parse("2026-10-19T22:00:00Z"));
    assertThat(week.end()).isEqualTo(Instant.parse("2026-10-26T23:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-02-28",
    "2028-01-31, 2028-02-29",
    "2026-02-28, 2026-03-28",
    "2026-12-15, 2027-01-15"
  })
  void monthEndsOnSameOrLastDay(LocalDate first, LocalDate next) {
    Interval month = Interval.month(first, BRUSSELS);

    assertThat(month.start()).isEqualTo(first.atStartOfDay(BRUSSELS).toInstant());
    assertThat(month.end()).isEqualTo(next.atStartOfDay(BRUSSELS).toInstant());
  }

  @Test
  void truncatesToMicrosecondsBeforeValidation() {
    Violations violations = new Violations();
    Instant start = Instant.parse("9999-12-31T23:59:59.999998Z");
    Instant end = Instant.parse("9999-12-31T23:59:59.999999Z");

    Interval checked = Interval.checked(start.plusNanos(999), end.plusNanos(999), violations);

    violations.throwIfAny();
    assertThat(checked).isEqualTo(new Interval(start, end));
  }

  @Test
  void rejectsIntervalWithinMicrosecond() {
    Violations violations = new Violations();
    Interval.checked(Instant.EPOCH, Instant.EPOCH.plusNanos(999), violations);

    assertThatThrownBy(violations::throwIfAny)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("end_time");
  }

  @Test
  void namesMissingTimes() {
    Violations violations = new Violations();
    Interval.checked(null, null, violations);

    assertThatThrownBy(violations::throwIfAny).hasMessageContainingAll("start_time", "end_time");
  }
}
