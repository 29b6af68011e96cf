package calendar.client.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Local times that clocks skip or repeat. */
class ClockChangesTest {
  private static final Instant NOW = Instant.parse("2009-12-01T12:00:00Z");
  private static final Instant LAST = Instant.parse("2032-01-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Brussels",
        "Europe/London",
        "America/New_York",
        "America/Havana",
        "America/Sao_Paulo",
        "Africa/Cairo",
        "Africa/Casablanca",
        "Asia/Beirut",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
        "Antarctica/Troll"
      })
  void knowsEveryClockChange(String name) {
    ZoneRules rules = ZoneId.of(name).getRules();
    TimeReader times = reader(name, NOW);
    ZoneOffsetTransition change = rules.nextTransition(NOW);
    int changes = 0;
    while (change != null && change.getInstant().isBefore(LAST)) {
      check(times, change);
      changes++;
      change = rules.nextTransition(change.getInstant());
    }
    assertThat(changes).isGreaterThan(5);
  }

  private static void check(TimeReader times, ZoneOffsetTransition change) {
    LocalDateTime before = change.getDateTimeBefore();
    LocalDateTime after = change.getDateTimeAfter();
    if (change.isGap()) {
      assertThatThrownBy(() -> times.time(before.toString())).hasMessageContaining("jump from");
      assertThatThrownBy(() -> times.time(after.minusSeconds(1).toString()))
          .hasMessageContaining("jump from");
      assertThat(times.time(after.toString())).isEqualTo(ResolvedTime.of(change.getInstant()));
      assertThat(times.time(before.minusSeconds(1).toString()))
          .isEqualTo(ResolvedTime.of(change.getInstant().minusSeconds(1)));
      return;
    }
    ResolvedTime first = times.time(after.toString());
    assertThat(first.instant()).isEqualTo(after.toInstant(change.getOffsetBefore()));
    assertThat(first.note()).get().asString().contains("occurs twice").contains("the first");
    assertThat(times.time(before.minusSeconds(1).toString()).note()).isPresent();
    assertThat(times.time(before.toString()))
        .isEqualTo(ResolvedTime.of(before.toInstant(change.getOffsetAfter())));
    assertThat(times.time(after.minusSeconds(1).toString()).note()).isEmpty();
    assertThat(times.time(after + " " + change.getOffsetAfter()))
        .isEqualTo(ResolvedTime.of(change.getInstant()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Africa/Cairo", "America/Havana", "America/Sao_Paulo", "Asia/Beirut"})
  void startsDaysAtFirstInstant(String name) {
    ZoneId zone = ZoneId.of(name);
    TimeReader times = reader(name, NOW);
    LocalDate.of(2010, 1, 1)
        .datesUntil(LocalDate.of(2030, 1, 1))
        .forEach(
            day -> {
              ResolvedTime start = ResolvedTime.of(day.atStartOfDay(zone).toInstant());
              assertThat(times.time(day.toString())).isEqualTo(start);
              assertThat(times.time(day.minusDays(1) + " 24:00")).isEqualTo(start);
            });
  }

  @Test
  void rejectsSkippedDay() {
    TimeReader times = reader("Pacific/Apia", NOW);

    assertThatThrownBy(() -> times.time("2011-12-30"))
        .hasMessage("Pacific/Apia skips the day 2011-12-30");
    assertThatThrownBy(() -> times.time("2011-12-30 10:00"))
        .hasMessageContaining("from 2011-12-30T00:00 to 2011-12-31T00:00");
  }

  /** The time is 02:40 for the first time that day. */
  @Test
  void usesRepeatedTimeThatHasNotPassed() {
    TimeReader times = reader("Europe/Brussels", Instant.parse("2027-10-31T00:40:00Z"));

    assertThat(times.start("02:50").instant()).isEqualTo("2027-10-31T00:50:00Z");
    ResolvedTime second = times.start("02:30");
    assertThat(second.instant()).isEqualTo("2027-10-31T01:30:00Z");
    assertThat(second.note())
        .hasValue(
            "02:30 on 2027-10-31 occurs twice in Europe/Brussels; using the second, +01:00 (for the"
                + " first, add +02:00)");
  }

  @Test
  void usesRepeatedTimeAfterStart() {
    TimeReader times = reader("Europe/Brussels", NOW);
    Instant second = times.time("2027-10-31 02:30 +01:00").instant();

    assertThat(times.end("02:45", () -> second).instant()).isEqualTo(second.plusSeconds(15 * 60));
    assertThat(times.end("02:30", () -> second.minusSeconds(60 * 60)).instant()).isEqualTo(second);
  }

  private static TimeReader reader(String zone, Instant now) {
    return new TimeReader(Clock.fixed(now, ZoneOffset.UTC), ZoneId.of(zone));
  }
}
