package calendar.scheduler;

import static calendar.reminder.ReminderState.CLAIMED;
import static calendar.reminder.ReminderState.PUBLISHED;
import static calendar.reminder.ReminderState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.StorageUnavailableException;
import calendar.time.ClockDifferenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When confirmed reminders are marked, and what happens if they cannot be. */
class PendingMarksTest extends OnMemory {

  /** Publishes four batches; returns how many reminders are marked at each wait for confirms. */
  private List<Integer> marked(Duration waitForConfirms, Duration lease) {
    bookDue(4 * BATCH);
    List<Integer> marked = new ArrayList<>();
    queue.duringWait =
        () -> {
          marked.add(count(PUBLISHED));
          host.moveBy(waitForConfirms);
        };

    publisher(lease).publishDue(() -> {});

    assertThat(count(PUBLISHED)).as("at the end").isEqualTo(4 * BATCH);
    return marked;
  }

  @Test
  void waitsThreeSecondsAfterClaim() {
    assertThat(marked(Duration.ofMillis(1_500), LEASE)).containsExactly(0, 0, 2 * BATCH, 3 * BATCH);
  }

  @Test
  void waitsTenthOfShortLease() {
    assertThat(marked(Duration.ofSeconds(1), Duration.ofSeconds(10)))
        .containsExactly(0, BATCH, 2 * BATCH, 3 * BATCH);
  }

  @Test
  void marksAtOnceAfterClockGoesBack() {
    assertThat(marked(Duration.ofMillis(-1), LEASE))
        .containsExactly(0, BATCH, 2 * BATCH, 3 * BATCH);
  }

  @Test
  void marksAfterOutageOfStorage() {
    bookDue(BATCH);
    Publisher publisher = publisher();
    faults.failNext("markPublished", () -> new StorageUnavailableException("no storage"));

    assertThatThrownBy(() -> publisher.publishDue(() -> {}))
        .isInstanceOf(StorageUnavailableException.class);
    assertThat(count(CLAIMED)).isEqualTo(BATCH);
    publisher.publishDue(() -> {});

    assertThat(count(PUBLISHED)).isEqualTo(BATCH);
    assertThat(queue.sent).as("sent once").hasSize(BATCH);
  }

  @Test
  void marksAfterClocksAgreeAgain() {
    bookDue(4 * BATCH);
    Publisher publisher = publisher();
    queue.duringWait = () -> host.moveBy(Duration.ofDays(1));

    assertThatThrownBy(() -> publisher.publishDue(() -> {}))
        .isInstanceOf(ClockDifferenceException.class);
    assertThat(count(CLAIMED)).as("confirmed, not marked").isEqualTo(2 * BATCH);
    assertThat(count(SCHEDULED)).as("never claimed").isEqualTo(2 * BATCH);
    queue.duringWait = () -> {};
    host.moveBy(Duration.ofDays(-2));
    publisher.publishDue(() -> {});

    assertThat(count(PUBLISHED)).isEqualTo(4 * BATCH);
    assertThat(queue.sent).as("each sent once").hasSize(4 * BATCH);
  }

  @Test
  void dropsMarkAfterBug() {
    bookDue(BATCH);
    Publisher publisher = publisher();
    faults.failNext("markPublished", () -> new IllegalStateException("a bug"));

    assertThatThrownBy(() -> publisher.publishDue(() -> {}))
        .isInstanceOf(IllegalStateException.class);
    publisher.publishDue(() -> {});
    assertThat(count(CLAIMED)).isEqualTo(BATCH);
    pass(LEASE.plusSeconds(1));
    publisher.publishDue(() -> {});

    assertThat(count(PUBLISHED)).isEqualTo(BATCH);
    assertThat(queue.sent).as("sent twice").hasSize(2 * BATCH);
  }
}
