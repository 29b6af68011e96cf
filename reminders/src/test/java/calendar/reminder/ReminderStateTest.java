package calendar.reminder;

import static calendar.reminder.ReminderState.CLAIMED;
import static calendar.reminder.ReminderState.DELIVERED;
import static calendar.reminder.ReminderState.FAILED;
import static calendar.reminder.ReminderState.MISSED;
import static calendar.reminder.ReminderState.PUBLISHED;
import static calendar.reminder.ReminderState.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReminderStateTest {
  private static final Set<ReminderState> FINAL = Set.of(DELIVERED, MISSED, FAILED);

  @ParameterizedTest
  @EnumSource
  void onlyThreeStatesAreFinal(ReminderState state) {
    assertThat(state.isFinal()).isEqualTo(FINAL.contains(state));
  }

  @ParameterizedTest
  @EnumSource
  void finalStatesNeverChange(ReminderState next) {
    assertThat(FINAL).noneMatch(state -> state.canBecome(next));
  }

  @Test
  void onlyClaimedReminderBecomesPublished() {
    assertThat(CLAIMED.canBecome(PUBLISHED)).isTrue();
    assertThat(SCHEDULED.canBecome(PUBLISHED)).isFalse();
    assertThat(PUBLISHED.canBecome(PUBLISHED)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"SCHEDULED", "CLAIMED", "DELIVERED", "MISSED", "FAILED"})
  void openStatesReachAllOthers(ReminderState next) {
    assertThat(Set.of(SCHEDULED, CLAIMED, PUBLISHED)).allMatch(state -> state.canBecome(next));
  }
}
