package calendar.time;

import static java.util.logging.Level.INFO;
import static java.util.logging.Level.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockCheckTest {
  private static final Logger LOG = Logger.getLogger(ClockCheck.class.getName());
  private static final Instant TRUE_TIME = Instant.parse("2026-11-29T12:00:00Z");
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final List<Duration> measured = new ArrayList<>();
  private final List<LogRecord> lines = new ArrayList<>();
  private final Handler listener =
      new StreamHandler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line);
        }
      };

  private Instant host = TRUE_TIME;
  private Instant database = TRUE_TIME;
  private Duration slowness = Duration.ZERO;
  private Duration elapsed = Duration.ZERO;

  private final ClockCheck clocks =
      new ClockCheck(
          this::readDatabase, new HostClock(), measured::add, () -> Long.MAX_VALUE + nanos());

  private long nanos() {
    return elapsed.toNanos();
  }

  private Instant readDatabase() {
    host = host.plus(slowness);
    return database;
  }

  private final class HostClock extends Clock {
    @Override
    public Instant instant() {
      return host;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("always in UTC");
    }
  }

  @BeforeEach
  void listen() {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(listener);
    LOG.setUseParentHandlers(true);
  }

  private void check(Instant hostTime, Instant databaseTime) {
    host = hostTime;
    database = databaseTime;
    try {
      clocks.now();
    } catch (ClockDifferenceException expected) {
      assertThat(lines).isNotEmpty();
    }
  }

  private List<Level> levels() {
    return lines.stream().map(LogRecord::getLevel).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {-60, -1, 0, 1, 60})
  void returnsDatabaseTimeWithinAMinute(long seconds) {
    host = TRUE_TIME.plusSeconds(seconds);

    assertThat(clocks.now()).isEqualTo(TRUE_TIME);

    assertThat(measured).containsExactly(Duration.ofSeconds(seconds));
    assertThat(lines).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-103_680_000, -61, 61, 103_680_000})
  void throwsWhileHostClockIsWrong(long seconds) {
    host = TRUE_TIME.plusSeconds(seconds);

    assertThatThrownBy(clocks::now).isInstanceOf(ClockDifferenceException.class);

    assertThat(measured).containsExactly(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(longs = {-103_680_000, -61, 61, 103_680_000})
  void throwsWhileDatabaseClockIsWrong(long seconds) {
    database = TRUE_TIME.plusSeconds(seconds);

    assertThatThrownBy(clocks::now).isInstanceOf(ClockDifferenceException.class);

    assertThat(measured).containsExactly(Duration.ofSeconds(-seconds));
  }

  @Test
  void reportsBothTimesAndWhatToDo() {
    host = TRUE_TIME.plus(Duration.ofDays(1_200)).plusSeconds(62);

    assertThatThrownBy(clocks::now)
        .hasMessage(
            "The clocks differ: this host's clock says 2030-03-13T12:01:02Z, the database's clock"
                + " says 2026-11-29T12:00:00Z; this host's clock is ahead by 1200 d 0 h 1 min 2 s."
                + " Until they agree within 60 s, nothing is published, delivered, marked MISSED or"
                + " purged, and nothing is lost. Correct the wrong clock");
  }

  @Test
  void acceptsSlowAnswer() {
    slowness = Duration.ofMinutes(10);
    database = TRUE_TIME.plus(Duration.ofMinutes(5));

    assertThat(clocks.now()).isEqualTo(database);

    assertThat(measured).containsExactly(Duration.ZERO);
  }

  @Test
  void logsDifferenceOnceAndItsEnd() {
    Instant wrong = TRUE_TIME.plus(LIMIT).plusSeconds(1);
    check(wrong, TRUE_TIME);
    check(wrong, TRUE_TIME);
    check(TRUE_TIME, TRUE_TIME);
    check(TRUE_TIME, TRUE_TIME);
    check(TRUE_TIME, wrong);

    assertThat(levels()).containsExactly(SEVERE, INFO, SEVERE);
  }

  @Test
  void logsDifferenceAgainAfterFiveMinutes() {
    check(TRUE_TIME, TRUE_TIME.plusSeconds(61));
    elapsed = Duration.ofMinutes(5).minusNanos(1);
    check(TRUE_TIME, TRUE_TIME.plusSeconds(62));
    elapsed = Duration.ofMinutes(5);
    check(TRUE_TIME, TRUE_TIME.plusSeconds(63));

    assertThat(levels()).containsExactly(SEVERE, SEVERE);
  }
}
