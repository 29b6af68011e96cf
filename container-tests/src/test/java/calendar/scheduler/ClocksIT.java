package calendar.scheduler;

import static calendar.reminder.ReminderState.CLAIMED;
import static calendar.reminder.ReminderState.MISSED;
import static calendar.reminder.ReminderState.PUBLISHED;
import static calendar.reminder.ReminderState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.LogCapture;
import calendar.container.Deployments;
import calendar.reminder.messaging.ReminderQueue;
import calendar.time.ClockCheck;
import calendar.time.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.SimpleFormatter;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scheduler uses the database's clock, and stops while the host's clock differs. */
@ExtendWith(ArquillianExtension.class)
class ClocksIT extends TicksWithStandIns {
  private static final Duration TWELVE_HUNDRED_DAYS = Duration.ofDays(1_200);
  private static final Duration TOLERATED = Duration.ofSeconds(50);

  @Deployment
  static WebArchive deployment() {
    return Deployments.scheduler().addClasses(TicksByHand.class, TicksWithStandIns.class);
  }

  private Scheduler scheduler(Instant host, Instant database) {
    return scheduler(queue, fixed(host), fixed(database));
  }

  private Scheduler scheduler(ReminderQueue queue, Clock host, Clock database) {
    return scheduler(storage, queue, host, database, LEASE);
  }

  private static Clock fixed(Instant time) {
    return Clock.fixed(time, ZoneOffset.UTC);
  }

  @Test
  void doesNothingWhileHostClockIsAhead() throws Exception {
    doesNothing(NOW.plus(TWELVE_HUNDRED_DAYS), NOW);
  }

  @Test
  void doesNothingWhileHostClockIsBehind() throws Exception {
    doesNothing(NOW.minus(TWELVE_HUNDRED_DAYS), NOW);
  }

  @Test
  void doesNothingWhileDatabaseClockIsAhead() throws Exception {
    doesNothing(NOW, NOW.plus(TWELVE_HUNDRED_DAYS));
  }

  @Test
  void doesNothingWhileDatabaseClockIsBehind() throws Exception {
    doesNothing(NOW, NOW.minus(TWELVE_HUNDRED_DAYS));
  }

  /** Publishes, misses and purges nothing until the clocks agree. */
  private void doesNothing(Instant host, Instant database) throws Exception {
    due(1);
    booked.book(NOW.minus(Duration.ofDays(1)), MINUTE);
    booked.book(NOW.plus(Duration.ofDays(1)), MINUTE);
    booked.bookEndingAt(NOW.minus(RETENTION).minusSeconds(1), 1);
    booked.rememberDeleted(NOW.minus(RETENTION).minusSeconds(1));
    Scheduler wrong = scheduler(host, database);

    List<String> lines = loggedWhile(ClockCheck.class, wrong::tick);

    assertThat(probe.takeAll()).isEmpty();
    assertThat(count(SCHEDULED)).isEqualTo(3);
    assertThat(booked.countEvents()).isEqualTo(4);
    assertThat(booked.countDeleted()).isEqualTo(1);
    assertThat(lines)
        .singleElement()
        .asString()
        .contains(
            "this host's clock says " + host, "the database's clock says " + database, "1200 d");

    scheduler(NOW, NOW).tick();
    assertThat(probe.takeAll()).hasSize(1);
    assertThat(count(PUBLISHED)).isEqualTo(1);
    assertThat(count(MISSED)).isEqualTo(1);
    assertThat(booked.countEvents()).isEqualTo(3);
    assertThat(booked.countDeleted()).isZero();
  }

  @Test
  void purgesByDatabaseClock() throws Exception {
    Instant retained = NOW.minus(RETENTION);
    booked.bookEndingAt(retained, 1);
    booked.bookEndingAt(retained.minusSeconds(1), 1);
    booked.rememberDeleted(retained);
    booked.rememberDeleted(retained.minusSeconds(1));

    scheduler(NOW.plus(TOLERATED), NOW).tick();

    assertThat(booked.countEvents()).isEqualTo(1);
    assertThat(booked.countDeleted()).isEqualTo(1);
  }

  @Test
  void publishesByDatabaseClock() throws Exception {
    booked.book(NOW.plus(MINUTE).plusSeconds(30), MINUTE);

    scheduler(NOW.plus(TOLERATED), NOW).tick();
    assertThat(count(SCHEDULED)).as("30 s before it is due").isEqualTo(1);
    scheduler(NOW.minus(TOLERATED), NOW.plusSeconds(30 - TOLERATED.toSeconds())).tick();
    assertThat(count(SCHEDULED)).as("50 s before it is due").isEqualTo(1);
    scheduler(NOW.minusSeconds(20), NOW.plusSeconds(30)).tick();
    assertThat(count(PUBLISHED)).isEqualTo(1);
  }

  @Test
  void missesByDatabaseClock() throws Exception {
    Duration length = Duration.ofHours(1);
    booked.book(NOW.minus(length).plusSeconds(30), MINUTE);

    scheduler(NOW.plus(TOLERATED), NOW).tick();

    assertThat(count(PUBLISHED)).as("its event ends in 30 s").isEqualTo(1);
  }

  @Test
  void marksAfterClocksAgreeAgain() throws Exception {
    due(4 * BATCH);
    MovableClock host = clock();
    Duration[] jump = {Duration.ofDays(1)};
    ReminderQueue jumping =
        queueWith(
            () -> {
              host.moveBy(jump[0]);
              jump[0] = Duration.ZERO;
              return null;
            });
    Scheduler scheduler = scheduler(jumping, host, fixed(NOW.plus(MINUTE)));

    List<String> lines = loggedWhile(ClockCheck.class, scheduler::tick);

    assertThat(lines).hasSize(1);
    assertThat(sent).as("batches before the clock jumped").isEqualTo(2);
    assertThat(count(CLAIMED)).as("confirmed, not marked").isEqualTo(2 * BATCH);
    assertThat(count(SCHEDULED)).as("never claimed").isEqualTo(2 * BATCH);

    host.moveBy(Duration.ofDays(-1));
    long end = System.nanoTime() + MINUTE.toNanos();
    while (count(PUBLISHED) < 4 * BATCH && System.nanoTime() - end < 0) {
      scheduler.tick(); // does nothing while it pauses
    }
    assertThat(count(PUBLISHED)).isEqualTo(4 * BATCH);
    assertThat(probe.takeAll()).as("each once").hasSize(4 * BATCH);
  }

  @Test
  void logsEachPurge() throws Exception {
    Instant retained = NOW.minus(RETENTION);
    booked.bookEndingAt(retained.minusSeconds(1), 501);
    booked.rememberDeleted(retained.minusSeconds(1));
    Scheduler scheduler = scheduler(NOW, NOW);

    List<String> lines =
        loggedWhile(
            Purge.class,
            () -> {
              scheduler.tick();
              scheduler.tick();
              scheduler.tick();
            });

    assertThat(lines)
        .containsExactly(
            "Purged 500 events that ended before " + retained,
            "Forgot 1 imported events that were deleted before " + retained,
            "Purged 1 events that ended before " + retained);
  }

  /** The lines that a class logs while the work runs. */
  private static List<String> loggedWhile(Class<?> logging, Runnable work) {
    try (LogCapture log = LogCapture.of(logging)) {
      work.run();
      SimpleFormatter formatter = new SimpleFormatter();
      return log.entries().stream().map(formatter::formatMessage).toList();
    }
  }
}
