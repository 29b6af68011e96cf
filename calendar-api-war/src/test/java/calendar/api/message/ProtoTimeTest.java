package calendar.api.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.error.InvalidArgumentException;
import calendar.error.Violation;
import calendar.error.Violations;
import calendar.event.field.Interval;
import com.google.protobuf.Timestamp;
import com.google.type.Date;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtoTimeTest {
  private static final Date DAY = date(2026, 12, 1);

  private final Violations violations = new Violations();

  private static Date date(int year, int month, int day) {
    return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
  }

  private Interval day(Date date, String timeZone) {
    return ProtoTime.interval(date, timeZone, Interval::day, violations);
  }

  private List<Violation> violations() {
    return catchThrowableOfType(InvalidArgumentException.class, violations::throwIfAny)
        .violations();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999999Z",
        "2026-12-01T10:00:00.123456Z",
        "9999-12-31T23:59:59.999999Z"
      })
  void convertsTimesBothWays(Instant time) {
    assertThat(ProtoTime.instant(true, ProtoTime.timestamp(time))).isEqualTo(time);
  }

  @Test
  void hasNoTimeIfNotSet() {
    assertThat(ProtoTime.instant(false, Timestamp.getDefaultInstance())).isNull();
    assertThat(ProtoTime.instant(true, Timestamp.getDefaultInstance())).isEqualTo(Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({"0, -1", "0, 1000000000", "253402300800, 0", "-62135596801, 0"})
  void replacesInvalidTimes(long seconds, int nanos) {
    Timestamp bad = Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos).build();

    assertThat(ProtoTime.instant(true, bad)).isEqualTo(Instant.MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.000001S", "PT1.5S", "P366D"})
  void convertsDurationsBothWays(Duration duration) {
    assertThat(ProtoTime.duration(ProtoTime.duration(duration))).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({"1, -1", "-1, 1", "0, 1000000000", "315576000001, 0"})
  void makesInvalidDurationsNegative(long seconds, int nanos) {
    com.google.protobuf.Duration bad =
        com.google.protobuf.Duration.newBuilder().setSeconds(seconds).setNanos(nanos).build();

    assertThat(ProtoTime.duration(bad)).isNegative();
  }

  @Test
  void takesUtcWithoutAZone() {
    assertThat(day(DAY, ""))
        .isEqualTo(
            new Interval(
                Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2026-12-02T00:00:00Z")));
    violations.throwIfAny();
  }

  @Test
  void takesADayInItsZone() {
    assertThat(day(DAY, "Asia/Tokyo"))
        .isEqualTo(
            new Interval(
                Instant.parse("2026-11-30T15:00:00Z"), Instant.parse("2026-12-01T15:00:00Z")));
    violations.throwIfAny();
  }

  @Test
  void acceptsTheFirstAndTheLastYear() {
    assertThat(day(date(1, 1, 1), "").start()).isEqualTo("0001-01-01T00:00:00Z");
    assertThat(day(date(9999, 12, 31), "").start()).isEqualTo("9999-12-31T00:00:00Z");
    violations.throwIfAny();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "10000, 1, 1",
    "2026, 0, 1",
    "2026, 1, 0",
    "2026, 13, 1",
    "2026, 2, 29",
    "2147483647, 1, 1",
    "-1, 1, 1"
  })
  void rejectsInvalidDates(int year, int month, int day) {
    day(date(year, month, day), "Europe/Brussels");

    assertThat(violations()).extracting(Violation::field).containsExactly("date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Olympus", "europe/brussels", "+02:00", "Z", " "})
  void rejectsUnknownZones(String timeZone) {
    day(DAY, timeZone);

    assertThat(violations()).extracting(Violation::field).containsExactly("time_zone");
    assertThat(violations().get(0).expected()).endsWith("found \"" + timeZone + "\"");
  }

  @Test
  void shortensLongZone() {
    day(DAY, "x".repeat(64) + "y".repeat(100_000));

    assertThat(violations().get(0).expected()).endsWith("found \"" + "x".repeat(64) + "\"");
  }

  @Test
  void namesBadDateAndZone() {
    day(Date.getDefaultInstance(), "Mars");

    assertThat(violations()).extracting(Violation::field).containsExactly("date", "time_zone");
  }
}
