package calendar.client.ics.zone;

import static calendar.client.ics.zone.ZoneParts.once;
import static calendar.client.ics.zone.ZoneParts.ruled;
import static calendar.client.ics.zone.ZoneParts.utc;
import static calendar.client.ics.zone.ZoneParts.zone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableZoneTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "null | +0100 | null",
        "yesterday | +0100 | null",
        "20000230T020000 | +0100 | null",
        "20000101T250000 | +0100 | null",
        "20000101T240001 | +0100 | null",
        "20000101T006000 | +0100 | null",
        "20000101T000061 | +0100 | null",
        "20000101T000000 | +1801 | null",
        "20000101T000000 | +0160 | null",
        "20000101T000000 | +010060 | null",
        "20000101T000000 | null | null",
        "20000101T000000 | +9900 | null",
        "20000101T000000 | CET | null",
        "20000101T000000 | +0100 | FREQ=SOMETIMES",
        "20000101T000000 | +0100 | FREQ=YEARLY;UNTIL=never",
        "20000101T000000 | +0100 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
      })
  void ignoresInvalidObservances(String start, String to, String rule) {
    ObservanceText bad =
        new ObservanceText(start, "+0300", to, rule == null ? List.of() : List.of(rule), List.of());
    assertThat(ZoneDefinition.of("My zone", List.of(bad))).isEmpty();
    FileZone rest = zone(bad, once("16010101T000000", "+0500", "+0500"));
    assertThat(utc(rest, "2026-01-01T12:00")).isEqualTo("2026-01-01T07:00:00Z");
  }

  @Test
  void isUndefinedWithoutObservances() {
    assertThat(ZoneDefinition.of("My zone", List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ = MINUTELY",
        "FREQ=HOURLY;INTERVAL=5",
        "FREQ=DAILY",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=DAILY;COUNT=5000",
        "FREQ=WEEKLY;UNTIL=99991231",
        "FREQ=YEARLY;BYMONTHDAY=1,2,3;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3;BYSECOND=1,2,3"
      })
  @Timeout(5)
  void rejectsSlowRules(String rule) {
    ObservanceText hostile = ruled("16010101T000000", "+0100", "+0200", rule);
    assertThat(ZoneDefinition.of("My zone", List.of(hostile))).isEmpty();
  }

  @Test
  @Timeout(5)
  void endsRulesOfTheFarFuture() {
    FileZone zone = zone(ruled("20980101T000000", "+0100", "+0200", "FREQ=DAILY"));
    assertThat(utc(zone, "9999-01-01T12:00")).isEqualTo("9999-01-01T10:00:00Z");
  }

  @Test
  void rejectsTooManyRules() {
    List<ObservanceText> many =
        Collections.nCopies(
            301, ruled("20001029T030000", "+0200", "+0100", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"));
    assertThat(ZoneDefinition.of("My zone", many)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "20000101T005900, +1800, 2000-01-01T00:59, 1999-12-31T23:59:00Z",
    "20000101T000060, +015959, 2000-01-01T00:01, 1999-12-31T23:01:00Z",
    "20000101T235959, -1800, 2000-01-01T23:59:58, 2000-01-01T22:59:58Z"
  })
  void readsLargestTimesAndOffsets(
      String start, String to, LocalDateTime lastBefore, Instant instant) {
    FileZone zone = zone(once(start, "+0100", to));

    assertThat(zone.resolve(lastBefore.minusSeconds(1))).isEqualTo(instant.minusSeconds(1));
    assertThat(zone.local(Instant.parse("2000-06-01T00:00:00Z")))
        .isNotEqualTo(LocalDateTime.parse("2000-06-01T01:00"));
  }

  @Test
  void acceptsMaximumOfRulesAndOnsets() {
    ObservanceText october =
        ruled("20001029T030000", "+0200", "+0100", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");

    assertThat(ZoneDefinition.of("My zone", Collections.nCopies(300, october))).isPresent();
    assertThat(
            ZoneDefinition.of(
                "My zone",
                List.of(ruled("20000101T000000", "+0100", "+0200", "FREQ=DAILY;COUNT=4999"))))
        .isPresent();
  }
}
