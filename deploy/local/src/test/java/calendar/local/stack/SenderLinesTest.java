package calendar.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SenderLinesTest {
  @Test
  void tellsRemindersFromTheLog() {
    List<String> reminders = new ArrayList<>();
    List<String> log = new ArrayList<>();
    SenderLines lines = new SenderLines(reminders::add, log::add);

    lines.accept("[AUDIT] started");
    lines.accept("{\"reminder_id\":\"1\",\"title\":\"Tea\"}");
    lines.accept("it said {\"reminder_id\":\"2\"}");

    assertThat(reminders).containsExactly("{\"reminder_id\":\"1\",\"title\":\"Tea\"}");
    assertThat(log).containsExactly("[AUDIT] started", "it said {\"reminder_id\":\"2\"}");
  }
}
