package calendar.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An empty claim ends the scheduler's tick. */
class ClaimTest {
  private static final DueReminder DUE =
      new DueReminder(
          UUID.randomUUID(),
          UUID.randomUUID(),
          "me",
          "Tea",
          Instant.EPOCH,
          Duration.ZERO,
          Instant.EPOCH);

  private static Claim claim(List<DueReminder> reminders, int missed) {
    return new Claim(UUID.randomUUID(), reminders, Set.of(), missed);
  }

  @Test
  void isEmptyWhenNothingWasDue() {
    assertThat(claim(List.of(), 0).isEmpty()).isTrue();
  }

  @Test
  void isNotEmptyWhenRemindersWereMissed() {
    assertThat(claim(List.of(), 1).isEmpty()).isFalse();
  }

  @Test
  void isNotEmptyWithReminders() {
    assertThat(claim(List.of(DUE), 0).isEmpty()).isFalse();
  }
}
