package calendar.bench.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReminderTextsTest {
  @Test
  void tellsFromALineWhenItShouldHaveCome() {
    String line =
        "{\"reminder_id\":\"a\",\"start_time\":\"2026-11-24T15:00:00.250Z\",\"remind_before\":\"PT1H\"}";

    assertThat(ReminderLines.remindTime(line)).isEqualTo(Instant.parse("2026-11-24T14:00:00.250Z"));
  }

  @Test
  void readsHowManyWerePublished() {
    String metrics =
        """
        # TYPE calendar_reminders_published_total counter
        calendar_reminders_published_total{mp_scope="application",} 1500.0
        calendar_events_purged_total{mp_scope="application",} 3.0
        """;

    assertThat(ReminderServices.publishedIn(metrics)).isEqualTo(1_500);
    assertThat(ReminderServices.publishedIn("")).isZero();
  }
}
