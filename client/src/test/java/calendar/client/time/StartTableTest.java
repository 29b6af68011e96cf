package calendar.client.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.client.time.text.TimeInputException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts and ends, read on Sunday 2026-11-29 at 17:00 in Brussels. */
class StartTableTest {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-29T16:00:00Z"), ZoneOffset.UTC);

  private final TimeReader times = new TimeReader(CLOCK, BRUSSELS);

  @ParameterizedTest
  @CsvSource({
    "tomorrow 9am, 2026-11-30T09:00",
    "monday 9:00, 2026-11-30T09:00",
    "2026-11-30 9:00, 2026-11-30T09:00",
    "30 Nov 2026 9:00, 2026-11-30T09:00",
    "Nov 30 9:00, 2026-11-30T09:00",
    "friday 9:00, 2026-12-04T09:00",
    "this friday 9:00, 2026-12-04T09:00",
    "next friday 9am, 2026-12-04T09:00",
    "next sunday 20:00, 2026-12-06T20:00",
    "sunday 9:00, 2026-12-06T09:00",
    "sunday, 2026-12-06T00:00",
    "sunday 17:00, 2026-11-29T17:00",
    "sunday 20:00, 2026-11-29T20:00",
    "20:00, 2026-11-29T20:00",
    "17:00, 2026-11-29T17:00",
    "8pm, 2026-11-29T20:00",
    "today 20:00, 2026-11-29T20:00",
    "today 9:00, 2026-11-29T09:00",
    "in 3 hours, 2026-11-29T20:00",
    "tomorrow 12am, 2026-11-30T00:00",
    "tomorrow noon, 2026-11-30T12:00",
    "tomorrow 12pm, 2026-11-30T12:00",
    "2026-12-01T09:00Z, 2026-12-01T10:00",
    "2026-12-01 09:00 +05:30, 2026-12-01T04:30"
  })
  void readsAStart(String text, LocalDateTime local) {
    assertThat(times.start(text)).isEqualTo(ResolvedTime.of(local.atZone(BRUSSELS).toInstant()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9:00 | 9:00 today has passed; try 'tomorrow 9:00'",
        "at 9 AM | at 9 AM today has passed; try 'tomorrow at 9 AM'",
        "16:59:59 | 16:59:59 today has passed; try 'tomorrow 16:59:59'",
        "noon | noon today has passed; try 'tomorrow noon'",
        "9:00 UTC | 9:00 UTC today has passed; try 'tomorrow 9:00 UTC'",
        "2027-02-31 10:00 | there is no 31 February",
        "2027-03-28 02:30 | this time does not exist: on 2027-03-28 the clocks of Europe/Brussels"
            + " jump from 02:00 to 03:00, found 02:30",
        "01/12/2026 9:00 | day or month first in '01/12/2026'? Write '2026-12-01' or '2026-01-12'"
      })
  void rejectsStart(String text, String message) {
    assertThatThrownBy(() -> times.start(text))
        .isInstanceOf(TimeInputException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"9:00", "at 9 AM", "9:00 UTC"})
  void acceptsItsOwnSuggestions(String text) {
    assertThat(times.start("tomorrow " + text).instant()).isAfter(CLOCK.instant());
    assertThat(times.time(text).instant()).isBefore(CLOCK.instant());
  }

  @Test
  void notesThatFirstTimeIsUsed() {
    ResolvedTime start = times.start("2027-10-31 02:30");

    assertThat(start.instant()).isEqualTo("2027-10-31T00:30:00Z");
    assertThat(start.note())
        .hasValue(
            "02:30 on 2027-10-31 occurs twice in Europe/Brussels; using the first, +02:00 (for the"
                + " second, add +01:00)");
    assertThat(times.start("2027-10-31 02:30 +01:00"))
        .isEqualTo(ResolvedTime.of(Instant.parse("2027-10-31T01:30:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T22:00, 24:00, 2026-12-02T00:00",
    "2026-12-01T22:00, 23:00, 2026-12-01T23:00",
    "2026-12-01T09:00, noon, 2026-12-01T12:00",
    "2026-12-01T22:00, wednesday 1:00, 2026-12-02T01:00",
    "2026-12-31T22:00, 1 Jan 2:00, 2027-01-01T02:00",
    "2027-06-30T22:00, 1 Jul 2:00, 2027-07-01T02:00",
    "2026-12-14T22:00, monday 23:00, 2026-12-14T23:00",
    "2026-12-04T09:00, next friday 10:00, 2026-12-04T10:00",
    "2026-11-30T22:00, tomorrow 23:00, 2026-11-30T23:00",
    "2026-11-30T22:00, 2026-12-02, 2026-12-02T00:00",
    "2026-11-30T22:00, in 2 hours, 2026-11-29T19:00"
  })
  void readsAnEndAfterItsStart(LocalDateTime start, String text, LocalDateTime end) {
    assertThat(times.end(text, () -> start.atZone(BRUSSELS).toInstant()))
        .isEqualTo(ResolvedTime.of(end.atZone(BRUSSELS).toInstant()));
  }

  @ParameterizedTest
  @CsvSource({
    "14:00, 2026-11-25T14:00",
    "9:00, 2026-11-25T09:00",
    "24:00, 2026-11-26T00:00",
    "8:00 UTC, 2026-11-25T09:00",
    "fri 14:00, 2026-12-04T14:00",
    "2026-12-01 10:00, 2026-12-01T10:00",
    "in 2 hours, 2026-11-29T19:00"
  })
  void readsANewStart(String text, LocalDateTime start) {
    Instant present = Instant.parse("2026-11-25T09:00:00Z");

    assertThat(times.newStart(text, zone -> LocalDate.ofInstant(present, zone)))
        .isEqualTo(ResolvedTime.of(start.atZone(BRUSSELS).toInstant()));
  }

  @ParameterizedTest
  @CsvSource({"in 2 hours", "fri 14:00", "2026-12-01 10:00"})
  void getsPresentStartOnlyIfNeeded(String text) {
    assertThat(
            times.newStart(
                text,
                zone -> {
                  throw new AssertionError("the new start does not depend on the present one");
                }))
        .isNotNull();
  }

  @Test
  void getsStartOnlyIfNeeded() {
    assertThat(
            times.end(
                "2026-12-01 10:00",
                () -> {
                  throw new AssertionError("the end does not depend on the start");
                }))
        .isEqualTo(ResolvedTime.of(Instant.parse("2026-12-01T09:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({"11:00", "22:00", "midnight"})
  void suggestsNextDayForEarlyEnd(String text) {
    Instant start = Instant.parse("2026-12-01T21:00:00Z");
    String better = "2026-12-02 " + text;

    assertThatThrownBy(() -> times.end(text, () -> start))
        .isInstanceOf(TimeInputException.class)
        .hasMessage("%s on 2026-12-01 is not after the start; try '%s'".formatted(text, better));
    assertThat(times.end(better, () -> start).instant()).isAfter(start);
  }
}
