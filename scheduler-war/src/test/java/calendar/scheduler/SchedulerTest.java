package calendar.scheduler;

import static calendar.reminder.ReminderState.MISSED;
import static calendar.reminder.ReminderState.PUBLISHED;
import static calendar.reminder.ReminderState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.audit.Audit;
import calendar.reminder.messaging.QueueUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerTest extends OnMemory {
  private Duration elapsed = Duration.ZERO;

  private final Scheduler scheduler =
      new Scheduler(
          storage,
          queue,
          settings(LEASE),
          host,
          metrics,
          Audit.OFF,
          () -> Long.MAX_VALUE + elapsed.toNanos());

  @Test
  void tickPublishesPurgesAndCounts() {
    bookDue(BATCH + 1);
    bookings.bookEndingAt(NOW.minus(RETENTION).minusSeconds(1), 1);
    bookings.rememberDeleted(NOW.minus(RETENTION).minusSeconds(1));

    scheduler.tick();

    assertThat(count(PUBLISHED)).isEqualTo(BATCH + 1);
    assertThat(bookings.countEvents()).isEqualTo(BATCH + 1);
    assertThat(bookings.countDeleted()).isZero();
    assertThat(recorded.gauge("calendar_reminders_due")).isZero();
    assertThat(recorded.counts())
        .containsEntry("calendar_events_purged_total", 1L)
        .containsEntry("calendar_reminders_published_total", BATCH + 1L);
  }

  @Test
  void pausesAfterFailure() {
    bookDue(1);
    faults.failNext("ping", () -> new QueueUnavailableException("no broker"));

    scheduler.tick();
    elapsed = Duration.ofMillis(249);
    scheduler.tick();
    assertThat(count(SCHEDULED)).as("claims nothing without a broker").isEqualTo(1);
    assertThat(recorded.gauge("calendar_reminders_due")).isEqualTo(1);
    elapsed = Duration.ofMillis(250);
    scheduler.tick();

    assertThat(count(PUBLISHED)).isEqualTo(1);
  }

  @Test
  void doublesPauseUntilSuccess() {
    bookDue(1);
    queue.unconfirmed.addAll(bookings.states().keySet());

    scheduler.tick();
    elapsed = Duration.ofMillis(250);
    scheduler.tick();
    elapsed = Duration.ofMillis(749);
    scheduler.tick();
    assertThat(queue.batches).isEqualTo(2);
    elapsed = Duration.ofMillis(750);
    scheduler.tick();

    assertThat(queue.batches).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1_200, 1_200})
  void doesNothingWhileHostClockIsWrong(int days) {
    doesNothingWhile(() -> host.moveBy(Duration.ofDays(days)), Duration.ofDays(-days));
  }

  private void doesNothingWhile(Runnable fault, Duration correction) {
    bookDue(1);
    bookings.book(NOW.minus(Duration.ofDays(1)), MINUTE);
    bookings.bookEndingAt(NOW.minus(RETENTION).minusSeconds(1), 1);
    fault.run();

    scheduler.tick();
    assertThat(count(SCHEDULED)).isEqualTo(2);
    assertThat(bookings.countEvents()).isEqualTo(3);
    assertThat(Math.abs(recorded.gauge("calendar_clock_difference_seconds"))).isEqualTo(1.0368e8);

    host.moveBy(correction);
    elapsed = Duration.ofSeconds(4);
    scheduler.tick();
    assertThat(count(PUBLISHED)).isEqualTo(1);
    assertThat(count(MISSED)).isEqualTo(1);
    assertThat(bookings.countEvents()).isEqualTo(2);
  }

  @Test
  void countsAndPurgesDuringBacklog() {
    bookDue(4 * BATCH);
    bookings.bookEndingAt(NOW.minus(RETENTION).minusSeconds(1), 1);
    queue.duringWait =
        () -> {
          pass(Duration.ofSeconds(3));
          if (queue.batches == 4) {
            assertThat(bookings.countEvents()).as("purged").isEqualTo(4 * BATCH);
          }
        };

    scheduler.tick();

    assertThat(count(PUBLISHED)).isEqualTo(4 * BATCH);
  }

  @Test
  void stoppedSchedulerPublishesNothing() {
    bookDue(1);
    scheduler.stop();

    scheduler.tick();

    assertThat(count(SCHEDULED)).isEqualTo(1);
  }
}
