package calendar.health;

import static java.util.logging.Level.INFO;
import static java.util.logging.Level.SEVERE;
import static java.util.logging.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.LogCapture;
import calendar.error.StorageUnavailableException;
import calendar.reminder.messaging.QueueUnavailableException;
import calendar.time.ClockCheck;
import calendar.time.ClockDifferenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class OutageTest {
  private final Logger log = Logger.getAnonymousLogger();
  private final LogCapture capture = LogCapture.of(log);
  private final Outage outage = new Outage(log);

  OutageTest() {
    log.setUseParentHandlers(false);
  }

  private List<Tuple> logged() {
    SimpleFormatter formatter = new SimpleFormatter();
    return capture.entries().stream()
        .map(record -> Tuple.tuple(record.getLevel(), formatter.formatMessage(record)))
        .toList();
  }

  private static Tuple logged(Level level, String text) {
    return Tuple.tuple(level, text);
  }

  @Test
  void doublesPausesUntilOutageIsOver() {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      pauses.add(outage.failed(new StorageUnavailableException("no answer")));
    }
    outage.over();
    pauses.add(outage.failed(new StorageUnavailableException("no answer")));

    assertThat(pauses.stream().map(Duration::toMillis))
        .containsExactly(250L, 500L, 1_000L, 2_000L, 4_000L, 4_000L, 250L);
  }

  @Test
  void logsFailureOncePerOutage() {
    outage.failed(new StorageUnavailableException("no answer"));
    outage.failed(new StorageUnavailableException("no answer"));
    outage.over();
    outage.over();
    outage.failed(new StorageUnavailableException("no answer"));

    assertThat(logged())
        .containsExactly(
            logged(WARNING, "no answer: retrying until it works"),
            logged(INFO, "Everything works again after an outage"),
            logged(WARNING, "no answer: retrying until it works"));
  }

  @Test
  void ignoresNumbersWhenComparingFailures() {
    outage.failed(new QueueUnavailableException("the queue did not confirm 12 of 12 reminders"));
    outage.failed(new QueueUnavailableException("the queue did not confirm 3 of 150 reminders"));

    assertThat(logged())
        .containsExactly(
            logged(
                WARNING, "the queue did not confirm 12 of 12 reminders: retrying until it works"));
  }

  @Test
  void doesNotLogClockDifference() {
    Clock host = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    ClockCheck clocks = new ClockCheck(() -> Instant.EPOCH.plusSeconds(61), host, measured -> {});
    Throwable difference = catchThrowableOfType(ClockDifferenceException.class, clocks::now);

    assertThat(outage.failed(difference)).isEqualTo(Duration.ofMillis(250));
    assertThat(outage.failed(difference)).isEqualTo(Duration.ofMillis(500));
    outage.over();

    assertThat(logged()).isEmpty();
    assertThat(outage.failed(difference)).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void logsOtherFailuresOfSameOutage() {
    outage.failed(new StorageUnavailableException("no answer"));
    outage.failed(new QueueUnavailableException("no broker"));
    IllegalStateException bug = new IllegalStateException("no such thing");
    outage.failed(bug);
    outage.failed(new IllegalStateException("no such thing"));

    assertThat(logged())
        .containsExactly(
            logged(WARNING, "no answer: retrying until it works"),
            logged(WARNING, "no broker: retrying until it works"),
            logged(SEVERE, "Unexpected failure, probably a bug: retrying"));
    assertThat(capture.entries().get(2).getThrown()).isSameAs(bug);
  }
}
