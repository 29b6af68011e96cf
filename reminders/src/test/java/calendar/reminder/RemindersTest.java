package calendar.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemindersTest {
  private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final List<Reminder> present = List.of(Reminder.schedule(QUARTER, TEN));

  @Test
  void keepsUnchangedReminder() {
    List<Reminder> changed =
        Reminders.reschedule(present, List.of(QUARTER, Duration.ofHours(1)), TEN);

    assertThat(changed)
        .extracting(Reminder::remindBefore)
        .containsExactly(Duration.ofHours(1), QUARTER);
    assertThat(changed.get(1)).isEqualTo(present.get(0));
    assertThat(changed.get(0).id()).isNotEqualTo(present.get(0).id());
  }

  /** The event moves by an hour and so does the reminder, so it is due at the same time. */
  @Test
  void replacesReminderWithOtherDuration() {
    Instant eleven = TEN.plus(Duration.ofHours(1));
    Duration before = QUARTER.plus(Duration.ofHours(1));

    List<Reminder> changed = Reminders.reschedule(present, List.of(before), eleven);

    assertThat(changed).extracting(Reminder::remindBefore).containsExactly(before);
    assertThat(changed.get(0).remindTime()).isEqualTo(present.get(0).remindTime());
    assertThat(changed.get(0).id()).isNotEqualTo(present.get(0).id());
  }

  @Test
  void replacesReminderWithOtherTime() {
    List<Reminder> changed = Reminders.reschedule(present, List.of(QUARTER), TEN.plusSeconds(1));

    assertThat(changed.get(0).remindTime()).isEqualTo(TEN.plusSeconds(1).minus(QUARTER));
    assertThat(changed.get(0).id()).isNotEqualTo(present.get(0).id());
  }
}
